package manabi.tensor.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link WinogradKernels} on vectors of channels, where these are whole vectors. */
final class VectorWinograd extends WinogradKernels {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public void image(float[] x, int at, int line, int channels, float[] v, int to, int apart) {
    if (channels % LANES != 0) {
      super.image(x, at, line, channels, v, to, apart);
      return;
    }
    for (int c = 0; c < channels; c += LANES) {
      for (int j = 0; j < 4; j++) {
        int top = at + j * channels + c;
        FloatVector d0 = FloatVector.fromArray(SPECIES, x, top);
        FloatVector d1 = FloatVector.fromArray(SPECIES, x, top + line);
        FloatVector d2 = FloatVector.fromArray(SPECIES, x, top + 2 * line);
        FloatVector d3 = FloatVector.fromArray(SPECIES, x, top + 3 * line);
        int place = to + j * apart + c;
        d0.sub(d2).intoArray(v, place);
        d1.add(d2).intoArray(v, place + 4 * apart);
        d2.sub(d1).intoArray(v, place + 8 * apart);
        d1.sub(d3).intoArray(v, place + 12 * apart);
      }
      for (int i = 0; i < 4; i++) {
        int place = to + 4 * i * apart + c;
        FloatVector d0 = FloatVector.fromArray(SPECIES, v, place);
        FloatVector d1 = FloatVector.fromArray(SPECIES, v, place + apart);
        FloatVector d2 = FloatVector.fromArray(SPECIES, v, place + 2 * apart);
        FloatVector d3 = FloatVector.fromArray(SPECIES, v, place + 3 * apart);
        d0.sub(d2).intoArray(v, place);
        d1.add(d2).intoArray(v, place + apart);
        d2.sub(d1).intoArray(v, place + 2 * apart);
        d1.sub(d3).intoArray(v, place + 3 * apart);
      }
    }
  }

  @Override
  public void addImageGradient(
      float[] dv, int from, int apart, int channels, float[] dx, int at, int line) {
    if (channels % LANES != 0) {
      super.addImageGradient(dv, from, apart, channels, dx, at, line);
      return;
    }
    for (int c = 0; c < channels; c += LANES) {
      for (int j = 0; j < 4; j++) {
        int place = from + j * apart + c;
        FloatVector t0 = FloatVector.fromArray(SPECIES, dv, place);
        FloatVector t1 = FloatVector.fromArray(SPECIES, dv, place + 4 * apart);
        FloatVector t2 = FloatVector.fromArray(SPECIES, dv, place + 8 * apart);
        FloatVector t3 = FloatVector.fromArray(SPECIES, dv, place + 12 * apart);
        t1.sub(t2).add(t3).intoArray(dv, place + 4 * apart);
        t1.add(t2).sub(t0).intoArray(dv, place + 8 * apart);
        t3.neg().intoArray(dv, place + 12 * apart);
      }
      for (int i = 0; i < 4; i++) {
        int place = from + 4 * i * apart + c;
        int pixel = at + i * line + c;
        FloatVector t0 = FloatVector.fromArray(SPECIES, dv, place);
        FloatVector t1 = FloatVector.fromArray(SPECIES, dv, place + apart);
        FloatVector t2 = FloatVector.fromArray(SPECIES, dv, place + 2 * apart);
        FloatVector t3 = FloatVector.fromArray(SPECIES, dv, place + 3 * apart);
        FloatVector x = FloatVector.fromArray(SPECIES, dx, pixel);
        x.add(t0).intoArray(dx, pixel);
        x = FloatVector.fromArray(SPECIES, dx, pixel + channels);
        x.add(t1.sub(t2).add(t3)).intoArray(dx, pixel + channels);
        x = FloatVector.fromArray(SPECIES, dx, pixel + 2 * channels);
        x.add(t1.add(t2).sub(t0)).intoArray(dx, pixel + 2 * channels);
        x = FloatVector.fromArray(SPECIES, dx, pixel + 3 * channels);
        x.sub(t3).intoArray(dx, pixel + 3 * channels);
      }
    }
  }

  @Override
  public void maps(
      float[] m, int from, int apart, int filters, float[] b, float[] y, int at, int line) {
    if (filters % LANES != 0) {
      super.maps(m, from, apart, filters, b, y, at, line);
      return;
    }
    for (int k = 0; k < filters; k += LANES) {
      for (int j = 0; j < 4; j++) {
        int place = from + j * apart + k;
        FloatVector m1 = FloatVector.fromArray(SPECIES, m, place + 4 * apart);
        FloatVector m2 = FloatVector.fromArray(SPECIES, m, place + 8 * apart);
        FloatVector m0 = FloatVector.fromArray(SPECIES, m, place);
        m0.add(m1).add(m2).intoArray(m, place);
        FloatVector m3 = FloatVector.fromArray(SPECIES, m, place + 12 * apart);
        m1.sub(m2).sub(m3).intoArray(m, place + 4 * apart);
      }
      FloatVector bias = FloatVector.fromArray(SPECIES, b, k);
      for (int i = 0; i < 2; i++) {
        int place = from + 4 * i * apart + k;
        int out = at + i * line + k;
        FloatVector m0 = FloatVector.fromArray(SPECIES, m, place);
        FloatVector m1 = FloatVector.fromArray(SPECIES, m, place + apart);
        FloatVector m2 = FloatVector.fromArray(SPECIES, m, place + 2 * apart);
        FloatVector m3 = FloatVector.fromArray(SPECIES, m, place + 3 * apart);
        m0.add(m1).add(m2).add(bias).intoArray(y, out);
        m1.sub(m2).sub(m3).add(bias).intoArray(y, out + filters);
      }
    }
  }

  @Override
  public void mapsGradient(
      float[] dy, int at, int line, int filters, float[] dm, int to, int apart) {
    if (filters % LANES != 0) {
      super.mapsGradient(dy, at, line, filters, dm, to, apart);
      return;
    }
    for (int k = 0; k < filters; k += LANES) {
      int place = at + k;
      FloatVector y00 = FloatVector.fromArray(SPECIES, dy, place);
      FloatVector y01 = FloatVector.fromArray(SPECIES, dy, place + filters);
      FloatVector y10 = FloatVector.fromArray(SPECIES, dy, place + line);
      FloatVector y11 = FloatVector.fromArray(SPECIES, dy, place + line + filters);
      int row = to + k;
      y00.intoArray(dm, row);
      y00.add(y01).intoArray(dm, row + apart);
      y00.sub(y01).intoArray(dm, row + 2 * apart);
      y01.neg().intoArray(dm, row + 3 * apart);
      FloatVector left = y00.add(y10);
      FloatVector right = y01.add(y11);
      row += 4 * apart;
      left.intoArray(dm, row);
      left.add(right).intoArray(dm, row + apart);
      left.sub(right).intoArray(dm, row + 2 * apart);
      right.neg().intoArray(dm, row + 3 * apart);
      left = y00.sub(y10);
      right = y01.sub(y11);
      row += 4 * apart;
      left.intoArray(dm, row);
      left.add(right).intoArray(dm, row + apart);
      left.sub(right).intoArray(dm, row + 2 * apart);
      right.neg().intoArray(dm, row + 3 * apart);
      row += 4 * apart;
      y10.neg().intoArray(dm, row);
      y10.add(y11).neg().intoArray(dm, row + apart);
      y11.sub(y10).intoArray(dm, row + 2 * apart);
      y11.intoArray(dm, row + 3 * apart);
    }
  }
}
