"""Runs cells in Jupyter kernels at a human pace; prints what they took as one line of JSON.

Arguments: the number of kernels, cells for each, the port of a Redis. Exit code 3: not installed.
"""
import json
import random
import sys
import threading
import time

try:
    import redis  # noqa: F401  the kernels need it
    from jupyter_client.manager import KernelManager
except ImportError as missing:
    print(missing.name)
    sys.exit(3)

KERNELS, CELLS, PORT = (int(argument) for argument in sys.argv[1:4])
SETUP = f"import redis\nclient = redis.Redis(port={PORT}, decode_responses=True)"
CELL = "client.xadd('jupyter-{0}', {{'n': '1'}})"


def share_of_memory(pid):
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        return sum(int(line.split()[1]) * 1024 for line in rollup if line.startswith("Pss:"))


def run(client, code):
    """How long a cell takes from the request to its reply, in ms."""
    began = time.perf_counter()
    client.execute_interactive(code, store_history=False, output_hook=lambda message: None, timeout=60)
    return 1000 * (time.perf_counter() - began)


def learn(number, client, times):
    for _ in range(CELLS):
        time.sleep(random.uniform(2, 5))
        times.append(run(client, CELL.format(number)))


managers = []
starts = []
times = []
try:
    clients = []
    for _ in range(KERNELS):
        began = time.perf_counter()
        manager = KernelManager()
        manager.start_kernel()
        managers.append(manager)
        client = manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        run(client, "1 + 1")
        starts.append(1000 * (time.perf_counter() - began))
        run(client, SETUP)
        clients.append(client)
    threads = [threading.Thread(target=learn, args=(n, c, times)) for n, c in enumerate(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    memory = [share_of_memory(manager.provisioner.pid) for manager in managers]
    print(json.dumps({"times": times, "starts": starts, "memory": memory}))
finally:
    for manager in managers:
        manager.shutdown_kernel(now=True)
