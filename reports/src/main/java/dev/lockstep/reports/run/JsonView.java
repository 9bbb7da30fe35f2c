/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One object of an input file, read strictly: each getter either returns a value of the promised
 * type or throws {@link BadInput} naming file, place and cause.
 */
public final class JsonView {
  private static final String REMEDY = "the file was not written by this version of the harness";

  private final String file;
  private final String place;
  private final JsonNode node;

  JsonView(String file, String place, JsonNode node) {
    this.file = file;
    this.place = place;
    this.node = node;
    if (!node.isObject()) {
      throw bad((place.isEmpty() ? "the top level" : place) + " is not a JSON object");
    }
  }

  /** Returns a required, possibly empty text. */
  public String text(String name) {
    require(name);
    return textOrNull(name);
  }

  /** Returns a text, or null if it is null or absent. */
  public String textOrNull(String name) {
    JsonNode value = get(name);
    if (value != null && !value.isString()) {
      throw bad(at(name) + " is not a text");
    }
    return value == null ? null : value.stringValue();
  }

  /** Returns a required text that must be one of the given words. */
  public String word(String name, List<String> words) {
    String value = text(name);
    if (!words.contains(value)) {
      throw bad(
          at(name) + " is \"" + Quoted.name(value) + "\", not one of " + String.join(", ", words));
    }
    return value;
  }

  /** Returns a required whole number that is not negative. */
  public long count(String name) {
    return countOf(require(name), at(name));
  }

  /** Returns a whole number that is not negative, or null if it is null or absent. */
  public Long countOrNull(String name) {
    return get(name) == null ? null : (Long) count(name);
  }

  /** Returns a required whole number from 0 to the largest int. */
  public int smallCount(String name) {
    long value = count(name);
    if (value > Integer.MAX_VALUE) {
      throw bad(at(name) + " is " + value + ", which is too large");
    }
    return (int) value;
  }

  /** Returns a whole number that is not negative, or null if it is null or absent. */
  public Integer smallCountOrNull(String name) {
    return get(name) == null ? null : (Integer) smallCount(name);
  }

  /** Returns a required finite number that is not negative. */
  public double number(String name) {
    return numberOf(require(name), at(name));
  }

  /** Returns a required finite number that may be negative, as a derived one can be. */
  public double signed(String name) {
    return signedOf(require(name), at(name));
  }

  /** Returns a finite number that is not negative, or null if it is null or absent. */
  public Double numberOrNull(String name) {
    return get(name) == null ? null : (Double) number(name);
  }

  /** Returns a required truth value. */
  public boolean flag(String name) {
    JsonNode value = get(name);
    if (value == null || !value.isBoolean()) {
      throw bad(at(name) + " is not true or false");
    }
    return value.booleanValue();
  }

  /** Returns a truth value, or null if it is null or absent. */
  public Boolean flagOrNull(String name) {
    return get(name) == null ? null : (Boolean) flag(name);
  }

  /** Returns a required object. */
  public JsonView object(String name) {
    require(name);
    return objectOrNull(name);
  }

  /** Returns an object, or null if it is null or absent. */
  public JsonView objectOrNull(String name) {
    JsonNode value = get(name);
    return value == null ? null : new JsonView(file, at(name), value);
  }

  /** Returns the objects under the keys of an object, in the order of the file. */
  public Map<String, JsonView> objects(String name) {
    Map<String, JsonView> result = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : properties(name)) {
      String key = at(name) + "." + Quoted.name(each.getKey());
      result.put(each.getKey(), new JsonView(file, key, each.getValue()));
    }
    return result;
  }

  /** Returns the objects of a list; an absent list is empty. */
  public List<JsonView> list(String name) {
    List<JsonView> result = new ArrayList<>();
    for (JsonNode each : array(name)) {
      result.add(new JsonView(file, at(name) + "[" + result.size() + "]", each));
    }
    return result;
  }

  /** Returns the objects of a list that must be there. */
  public List<JsonView> requiredList(String name) {
    require(name);
    return list(name);
  }

  /** Returns the texts of a list that must be there. */
  public List<String> requiredTexts(String name) {
    require(name);
    return texts(name);
  }

  /** Returns the texts of a list; an absent list is empty. */
  public List<String> texts(String name) {
    List<String> result = new ArrayList<>();
    for (JsonNode each : array(name)) {
      if (!each.isString()) {
        throw bad(at(name) + " holds something that is not a text");
      }
      result.add(each.stringValue());
    }
    return result;
  }

  /** Returns the texts of a list of lists that must be there. */
  List<List<String>> textRows(String name) {
    require(name);
    List<List<String>> result = new ArrayList<>();
    for (JsonNode row : array(name)) {
      String where = at(name) + "[" + result.size() + "]";
      if (!row.isArray()) {
        throw bad(where + " is not a list");
      }
      List<String> texts = new ArrayList<>();
      for (JsonNode each : row) {
        if (!each.isString()) {
          throw bad(where + " holds something that is not a text");
        }
        texts.add(each.stringValue());
      }
      result.add(texts);
    }
    return result;
  }

  /** Returns the numbers of a list, each finite and not negative; an absent list is empty. */
  public List<Double> numbers(String name) {
    return numbersOf(array(name), at(name));
  }

  /** Returns the small whole numbers of a list that must be there and hold something. */
  List<Integer> smallCounts(String name) {
    List<Integer> result = new ArrayList<>();
    for (JsonNode each : array(name)) {
      String where = at(name) + "[" + result.size() + "]";
      long value = countOf(each, where);
      if (value > Integer.MAX_VALUE) {
        throw bad(where + " is " + value + ", which is too large");
      }
      result.add((int) value);
    }
    if (result.isEmpty()) {
      throw bad(at(name) + " is missing or empty");
    }
    return result;
  }

  /** Returns the numbers of a list of lists, each finite and not negative. */
  public List<List<Double>> numberRows(String name) {
    List<List<Double>> result = new ArrayList<>();
    for (JsonNode row : array(name)) {
      String where = at(name) + "[" + result.size() + "]";
      if (!row.isArray()) {
        throw bad(where + " is not a list");
      }
      result.add(numbersOf(row, where));
    }
    return result;
  }

  /** Returns per fork and iteration pairs of a value and how often it was seen. */
  List<List<List<List<Double>>>> histograms(String name) {
    List<List<List<List<Double>>>> forks = new ArrayList<>();
    for (JsonNode fork : array(name)) {
      List<List<List<Double>>> iterations = new ArrayList<>();
      for (JsonNode iteration : fork) {
        List<List<Double>> pairs = new ArrayList<>();
        for (JsonNode pair : iteration) {
          String where = at(name) + "[" + forks.size() + "][" + iterations.size() + "]";
          List<Double> numbers = numbersOf(pair, where);
          if (numbers.size() != 2) {
            throw bad(where + " holds something else than a value and a count");
          }
          pairs.add(numbers);
        }
        iterations.add(pairs);
      }
      forks.add(iterations);
    }
    return forks;
  }

  /** Returns the numbers of a list of lists, each finite. */
  List<List<Double>> signedRows(String name) {
    List<List<Double>> result = new ArrayList<>();
    for (JsonNode row : array(name)) {
      String where = at(name) + "[" + result.size() + "]";
      if (!row.isArray()) {
        throw bad(where + " is not a list");
      }
      List<Double> values = new ArrayList<>();
      for (JsonNode each : row) {
        values.add(signedOf(each, where + "[" + values.size() + "]"));
      }
      result.add(values);
    }
    return result;
  }

  /** Returns the texts under the keys of an object, sorted by key; an absent object is empty. */
  public Map<String, String> textsByName(String name) {
    Map<String, String> result = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : properties(name)) {
      if (!each.getValue().isString()) {
        throw bad(at(name) + "." + Quoted.name(each.getKey()) + " is not a text");
      }
      result.put(each.getKey(), each.getValue().stringValue());
    }
    return result;
  }

  /** Returns the numbers under the keys of an object, sorted by key, each finite. */
  Map<String, Double> numbersByName(String name) {
    Map<String, Double> result = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : properties(name)) {
      String key = Quoted.name(each.getKey());
      result.put(key, numberOf(each.getValue(), at(name) + "." + key));
    }
    return result;
  }

  /** Returns the whole numbers under the keys of an object, in the order of the file. */
  public Map<String, Integer> countsByName(String name) {
    Map<String, Integer> result = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : properties(name)) {
      String where = at(name) + "." + Quoted.name(each.getKey());
      long value = countOf(each.getValue(), where);
      if (value > Integer.MAX_VALUE) {
        throw bad(where + " is too large");
      }
      result.put(each.getKey(), (int) value);
    }
    return result;
  }

  /** Returns the whole numbers under the keys of an object, sorted by key. */
  public Map<String, Long> longsByName(String name) {
    Map<String, Long> result = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : properties(name)) {
      String where = at(name) + "." + Quoted.name(each.getKey());
      result.put(each.getKey(), countOf(each.getValue(), where));
    }
    return result;
  }

  /** Returns whether there is a value of this name that is not null. */
  public boolean has(String name) {
    return get(name) != null;
  }

  BadInput bad(String cause) {
    return new BadInput(new Fault(file, cause, REMEDY));
  }

  private List<Double> numbersOf(JsonNode array, String where) {
    List<Double> result = new ArrayList<>();
    for (JsonNode each : array) {
      result.add(numberOf(each, where + "[" + result.size() + "]"));
    }
    return result;
  }

  private long countOf(JsonNode value, String where) {
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw bad(where + " is " + shown(value) + ", not a whole number of at least 0");
    }
    return value.longValue();
  }

  private double numberOf(JsonNode value, String where) {
    // JMH writes NaN and infinities as texts; they must not pass as "some value".
    if (!value.isNumber()) {
      throw bad(where + " is " + shown(value) + ", not a finite number of at least 0");
    }
    double number = value.doubleValue();
    if (!Double.isFinite(number) || number < 0) {
      throw bad(where + " is " + shown(value) + ", not a finite number of at least 0");
    }
    return number;
  }

  private double signedOf(JsonNode value, String where) {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw bad(where + " is " + shown(value) + ", not a finite number");
    }
    return value.doubleValue();
  }

  private static String shown(JsonNode value) {
    return value.isValueNode() ? Quoted.name(value.asString()) : "a list or an object";
  }

  private JsonNode array(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return JsonNodeFactory.instance.arrayNode();
    }
    if (!value.isArray()) {
      throw bad(at(name) + " is not a list");
    }
    return value;
  }

  private Iterable<Map.Entry<String, JsonNode>> properties(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isObject()) {
      throw bad(at(name) + " is not an object");
    }
    return value.properties();
  }

  private JsonNode require(String name) {
    JsonNode value = get(name);
    if (value == null) {
      throw bad(at(name) + " is missing");
    }
    return value;
  }

  private JsonNode get(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }
}
