package io.wanqu.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing many times at the same moment, each on a virtual thread of its own. */
public final class Together {

    private Together() {
    }

    public static <T> List<T> run(int times, Act<T> act) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var n = 0; n < times; n++) {
                var number = n;
                futures.add(threads.submit(() -> {
                    start.await();
                    return act.run(number);
                }));
            }
            start.countDown();
            var answers = new ArrayList<T>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    /** What is done, by its number. */
    public interface Act<T> {

        T run(int number) throws Exception;
    }
}
