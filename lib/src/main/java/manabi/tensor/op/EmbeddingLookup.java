package manabi.tensor.op;

import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.TableRows;
import manabi.tensor.Tensor;

/**
 * The rows of a table {@code [V, D]} with the given numbers: ids {@code [N, T]} give {@code [N, T,
 * D]}. Equal to the product of one-hot vectors with the table; a row that is used twice gets both
 * gradients. Slides: "埋め込み行列".
 */
public final class EmbeddingLookup extends Operation {

  private final Tensor ids;
  private int[] tableShape;

  /**
   * Makes a look-up of these rows.
   *
   * @param ids {@code [N, T]}, whole numbers from 0 to V - 1
   */
  public EmbeddingLookup(Tensor ids) {
    Shapes.check("ids", "[N, T]", ids, -1, -1);
    this.ids = ids;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    Tensor table = inputs[0];
    tableShape = table.shape();
    requireIds(ids, tableShape[0]);
    int d = table.dim(1);
    Tensor y = tensor(ids.dim(0), ids.dim(1), d);
    for (int i = 0; i < ids.size(); i++) {
      System.arraycopy(table.data(), row(i) * d, y.data(), i * d, d);
    }
    return y;
  }

  /**
   * Refuses ids that are no rows of a table.
   *
   * @param ids {@code [N, T]}
   * @param rows V, number of rows
   * @throws IllegalArgumentException naming the first that is no whole number from 0 to V - 1
   */
  public static void requireIds(Tensor ids, int rows) {
    for (int i = 0; i < ids.size(); i++) {
      float id = ids.data()[i];
      if (!(id >= 0 && id < rows && id == (int) id)) {
        throw new IllegalArgumentException(
            "ids must be whole numbers from 0 to %d, the id at [%d, %d] was %s"
                .formatted(rows - 1, i / ids.dim(1), i % ids.dim(1), id));
      }
    }
  }

  private int row(int i) {
    return (int) ids.data()[i];
  }

  /** The gradient of the few rows that were used; the others' is zero. */
  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    DistinctIds distinct = DistinctIds.of(ids, tableShape[0]);
    int d = tableShape[1];
    int[] rows = new int[distinct.ids().size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (int) distinct.ids().data()[i];
    }
    float[] values = new float[rows.length * d];
    int[] places = distinct.places().rows();
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < d; j++) {
        values[places[i] * d + j] += gradient.data()[i * d + j];
      }
    }
    return new Tensor[] {Tensor.ofRows(new TableRows(rows, values), tableShape)};
  }
}
