package manabi.bench.engine;

import manabi.scratch.Adam;
import manabi.scratch.AdditionHyperparameters;
import manabi.scratch.BinaryAddition;
import manabi.scratch.OneHot;
import manabi.scratch.SimpleCbow;
import manabi.scratch.Trainer;
import manabi.text.ContextsAndTargets;
import manabi.text.Corpus;

/** The works of the chapters whose code is by hand, in {@code double}, as the reader sees it. */
final class ByHand {

  private ByHand() {}

  /** Chapter 8: 10,000 iterations of binary addition. */
  static void addition(Laps laps, int repetitions) {
    laps.start();
    for (int i = 0; i <= repetitions; i++) {
      var history = new BinaryAddition(AdditionHyperparameters.LECTURE.withSeed(i)).train();
      laps.end(i == 0 ? "cold" : "warm", AdditionHyperparameters.LECTURE.iterations());
      Laps.fact("loss", history.meanLossOfLast(500));
    }
  }

  /** Chapter 10: 1,000 epochs of CBOW. */
  static void cbow(Laps laps, int repetitions) {
    Corpus corpus = Corpus.of("You are my sunshine.");
    int words = corpus.vocabulary().size();
    ContextsAndTargets samples = corpus.contextsAndTargets(1);
    double[][][] contexts = OneHot.encode(samples.contextIds(), words);
    double[][] targets = OneHot.encode(samples.targetIds(), words);
    laps.start();
    for (int i = 0; i <= 3 * repetitions; i++) {
      var trainer = new Trainer(new SimpleCbow(words, 5, i), new Adam(), i);
      var losses = trainer.fit(contexts, targets, 1_000, 3);
      laps.end(i == 0 ? "cold" : "warm", 1_000);
      Laps.fact("loss", losses.get(losses.size() - 1));
    }
  }
}
