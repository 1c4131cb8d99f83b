package org.switchboard.telephony.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A TCP connection's middle, which can go silent: connections stay open and nothing gets through. */
final class Cable implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heals = lock.newCondition();
    private boolean silent;

    Cable(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void silent(boolean now) {
        lock.lock();
        try {
            silent = now;
            heals.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var near = server.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(near, far));
                Thread.ofVirtual().start(() -> pass(near, far));
                Thread.ofVirtual().start(() -> pass(far, near));
            }
        } catch (IOException e) {
            assert server.isClosed() : e;
        }
    }

    private void pass(Socket from, Socket to) {
        try (from; to) {
            var buffer = new byte[8192];
            for (var count = from.getInputStream().read(buffer); count >= 0; count = from.getInputStream().read(buffer)) {
                awaitHealing();
                to.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException | InterruptedException e) {
            assert from.isClosed() || to.isClosed() : e;
        }
    }

    private void awaitHealing() throws InterruptedException {
        lock.lock();
        try {
            while (silent) {
                heals.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        silent(false);
        server.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
