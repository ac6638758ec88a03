package io.wanqu.vault.importing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for imports to run: at once when one was queued here, else every second. Any node may run any import. */
@Component
class ImportWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorkers.class);

    /** Two, so that a small paste need not wait for a large file. */
    private static final int WORKERS = 2;
    private static final int LOOK_MILLIS = 1_000;

    private final RunImport runImport;
    private final Semaphore queued = new Semaphore(0);
    private volatile boolean running;

    ImportWorkers(RunImport runImport) {
        this.runImport = runImport;
    }

    void wake() {
        queued.release();
    }

    @Override
    public void start() {
        running = true;
        for (var n = 0; n < WORKERS; n++) {
            Thread.ofVirtual().name("import-" + n).start(this::work);
        }
    }

    @Override
    public void stop() {
        running = false;
        queued.release(WORKERS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                if (!runImport.runNext()) {
                    queued.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("no look for imports, next try in a second: {}", e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            queued.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
