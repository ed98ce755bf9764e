"""The peers' clock: prints laps as lines of JSON, as the library's own side does."""

import json
import time


class Laps:
    """Seconds and CPU seconds of the process, threads of the library included."""

    def start(self):
        self.cpu = time.process_time()
        self.wall = time.perf_counter()

    def end(self, figure):
        """Ends a lap, prints it and starts the next."""
        seconds = time.perf_counter() - self.wall
        cpu = time.process_time() - self.cpu
        print(json.dumps({"figure": figure, "seconds": seconds, "cpu": cpu}), flush=True)
        self.start()


def fact(name, value):
    """Prints something else that is worth knowing."""
    print(json.dumps({"fact": name, "value": value}), flush=True)
