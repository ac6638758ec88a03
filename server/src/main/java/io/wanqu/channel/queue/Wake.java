package io.wanqu.channel.queue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets whoever wrote work down wake the lanes of this node; a missed call costs one look's delay and no work. */
@Component
public class Wake {

    private final Semaphore calls = new Semaphore(0);

    public void now() {
        calls.release();
    }

    public void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now();
            }
        });
    }

    public void await(long millis) throws InterruptedException {
        if (calls.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
