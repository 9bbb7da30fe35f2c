/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lockstep.core.Construct;
import dev.lockstep.core.Constructs;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.process.ProcessPool;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.core.sync.SyncKind;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A proof is about the construct that it names: it asks that kind for one, or uses the very class
 * that the kind makes, or what that class is made of. Otherwise it proves something else.
 */
@Tag("gate")
class UsesItsConstructTest {

  private static final Map<String, Construct> CONSTRUCTS =
      Constructs.all().stream().collect(Collectors.toMap(Construct::id, Function.identity()));

  @Proof(construct = "counter:ATOMIC")
  static final class AsksTheKind {
    final Object counter = CounterKind.ATOMIC.create();
  }

  @Proof(construct = "sync:LATCH")
  static final class UsesWhatItIsMadeOf {
    final Object latch = new java.util.concurrent.CountDownLatch(1);
  }

  @Proof(construct = "counter:ATOMIC")
  static final class AsksAnotherKind {
    final Object counter = CounterKind.ADDER.create();
  }

  @Proof(construct = "sync:MONITOR")
  static final class UsesNothing {
    int field;
  }

  @Test
  void theRuleTellsThemApart() {
    JavaClasses own = new ClassFileImporter().importPackagesOf(UsesItsConstructTest.class);
    assertThat(usesItsConstruct(own.get(AsksTheKind.class))).isTrue();
    assertThat(usesItsConstruct(own.get(UsesWhatItIsMadeOf.class))).isTrue();
    assertThat(usesItsConstruct(own.get(AsksAnotherKind.class))).isFalse();
    assertThat(usesItsConstruct(own.get(UsesNothing.class))).isFalse();
  }

  @Test
  void everyProofUsesWhatItNames() {
    List<String> strangers =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.lockstep.jcstress")
                .stream()
                .filter(test -> test.isAnnotatedWith(Proof.class))
                .filter(test -> !usesItsConstruct(test))
                .map(JavaClass::getName)
                .toList();
    assertThat(strangers).isEmpty();
  }

  private static boolean usesItsConstruct(JavaClass test) {
    Construct construct = CONSTRUCTS.get(test.getAnnotationOfType(Proof.class).construct());
    boolean asks =
        test.getFieldAccessesFromSelf().stream()
            .anyMatch(
                access ->
                    access.getTarget().getName().equals(construct.name())
                        && access
                            .getTargetOwner()
                            .isEquivalentTo(((Enum<?>) construct).getDeclaringClass()));
    Set<String> parts = parts(construct);
    return asks
        || test.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .anyMatch(part -> parts.contains(part.getName()) || isOfProcesses(construct, part));
  }

  /** A pool of processes is made of what lies in a package of its own. */
  private static boolean isOfProcesses(Construct construct, JavaClass part) {
    return construct == ExecutorKind.PROCESS_POOL
        && part.getPackageName().equals(ProcessPool.class.getPackageName());
  }

  /** The class that a kind makes, the one it is nested in, and the types of its fields. */
  private static Set<String> parts(Construct construct) {
    Set<String> parts = new HashSet<>();
    Object made = made(construct);
    if (made == null) {
      return parts;
    }
    for (Class<?> type = made.getClass(); type != null; type = type.getEnclosingClass()) {
      parts.add(type.getName());
    }
    for (Field field : made.getClass().getDeclaredFields()) {
      if (!field.getType().isPrimitive()) {
        parts.add(field.getType().getName());
      }
    }
    parts.removeAll(List.of("java.lang.Object", "java.lang.Thread", "java.lang.invoke.VarHandle"));
    return parts;
  }

  /** What a kind makes; null if its family is only ever asked through its kinds. */
  private static Object made(Construct construct) {
    return switch (construct) {
      case CounterKind kind -> kind.create();
      case LockKind kind -> kind.create();
      case SyncKind kind -> kind.create();
      case PublicationKind kind -> kind.create();
      case FutureKind kind -> kind.create();
      case QueueKind kind ->
          kind.create(kind.bounds().allow(2) ? 2 : kind.bounds().allow(0) ? 0 : Channel.UNBOUNDED);
      default -> null;
    };
  }
}
