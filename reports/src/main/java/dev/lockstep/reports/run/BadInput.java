/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

/** Thrown while an input file is read and something in it is not as the schema says. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  BadInput(Fault fault) {
    super(fault.sentence());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
