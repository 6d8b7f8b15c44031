"""A page in Chromium without a window, and what a reader would see and do there."""

import re
import shutil
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select


class Browser:
    """One page in one window; its downloads go to a folder of its own."""

    def __init__(self, path, theme="light", width=1280, height=1000):
        self.path, self.theme, self.size = Path(path).resolve(), theme, (width, height)
        self.downloads = Path(tempfile.mkdtemp())

    def __enter__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        # As root Chromium starts without its sandbox alone; the page has nothing but what was just written.
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--window-size={self.size[0]},{self.size[1]}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.add_experimental_option("prefs", {"download.default_directory": str(self.downloads)})
        self.driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
        features = [{"name": "prefers-color-scheme", "value": self.theme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        metrics = {"width": self.size[0], "height": self.size[1], "deviceScaleFactor": 1, "mobile": self.size[0] < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.get(self.path.as_uri())
        return self

    def __exit__(self, *_):
        self.driver.quit()
        shutil.rmtree(self.downloads)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def settle(self):
        """Until what waits for the next picture is done."""
        self.driver.execute_async_script("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))")

    def fragment(self, words):
        # The page's own listener came before this one, and has run when the event is told here.
        self.run(
            """
            const wanted = `#${arguments[0]}`;
            if (location.hash === wanted) return null;
            return new Promise((done) => {
              addEventListener("hashchange", () => done(null), { once: true });
              location.hash = wanted;
            });
            """,
            urlencode(words))
        self.settle()

    def panel(self):
        """What is said of the point: standing, χ², and each bound's verdict and limit."""
        return self.run(
            """
            const panel = document.getElementById("panel");
            const number = (text) => { const found = text.replace("−", "-").match(/[-+]?\\d[\\d.]*(e[-+]?\\d+)?/); return found ? Number(found[0]) : null; };
            const verdicts = {};
            for (const row of panel.querySelectorAll("tbody tr")) {
              const cells = [...row.children].map((cell) => cell.textContent);
              verdicts[cells[0]] = { verdict: cells[1], limit: cells[2] === "–" ? null : number(cells[2].replace("m > ", "")), margin: cells[3] };
            }
            const standing = panel.querySelector(".standing").className.split(" ")[1];
            return { standing, verdicts, chi2: number(panel.textContent.match(/χ² = [\\d.]+/)[0].slice(5)) };
            """
        )

    def fitted(self):
        """A and γ of the pinned point, as the panel has them."""
        text = self.run("return document.getElementById('panel').textContent")
        return tuple(float(each) for each in re.search(r"A = (\d[\d.]*), γ = (\d[\d.]*) \(", text).groups())

    def command(self):
        return self.driver.find_element(By.CSS_SELECTOR, "#panel .command code").text

    def address(self):
        # The page changes it ten times a second at most.
        time.sleep(0.15)
        return self.driver.current_url

    def title(self):
        return self.driver.title

    def live(self):
        return self.run("return document.getElementById('live').textContent")

    def allowed(self):
        self.settle()
        return self.run("return document.querySelector('#picture .allowed').getAttribute('d')")

    def listed(self):
        """What the bounds are called in the list of them."""
        return self.run("return [...document.querySelectorAll('#bounds label')].map((label) => label.textContent)")

    def milliseconds(self):
        return float(self.run("return document.getElementById('frame').dataset.milliseconds"))

    def slide(self, name, value):
        self.run("const at = document.getElementById(arguments[0]); at.value = arguments[1]; at.dispatchEvent(new Event('input'))", name, value)
        self.settle()

    def switch(self, name):
        self.driver.find_element(By.ID, name).click()
        self.settle()

    def choose(self, label, value):
        for each in self.driver.find_elements(By.CSS_SELECTOR, "#controls > label"):
            if each.text.startswith(label):
                Select(each.find_element(By.TAG_NAME, "select")).select_by_value(value)
                break
        self.settle()

    def press_button(self, text):
        for button in self.driver.find_elements(By.CSS_SELECTOR, "#bounds button"):
            if button.text == text:
                button.click()
                break
        self.settle()

    def key(self, name):
        keys = {"ArrowRight": Keys.ARROW_RIGHT, "ArrowUp": Keys.ARROW_UP}
        self.driver.find_element(By.ID, "picture").send_keys(keys.get(name, name))
        self.settle()

    def save(self, button, name):
        """What a button saves under a name."""
        path = self.downloads / name
        path.unlink(missing_ok=True)
        self.driver.find_element(By.ID, button).click()
        for _ in range(50):
            # A download has an empty file of its name until it is whole.
            if path.exists() and path.stat().st_size > 0:
                break
            time.sleep(0.1)
        text = path.read_text()
        path.unlink()
        return text

    def save_all(self):
        for name in ("save-svg", "save-png", "save-csv"):
            self.driver.find_element(By.ID, name).click()
        for _ in range(50):
            names = {path.name for path in self.downloads.iterdir()}
            if len(names) == 3 and not any(name.endswith("crdownload") or name.startswith(".") for name in names):
                break
            time.sleep(0.1)
        return names

    def overflow(self):
        # Against the width that was asked: the window of a telephone grows with what does not fit, and with it innerWidth.
        return self.run("return document.documentElement.scrollWidth") - self.size[0]

    def paint(self):
        return self.run("return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")

    def unlabelled(self, complain):
        for each in self.run(
            """
            return [...document.querySelectorAll("input, select, button, a")]
              .filter((each) => !(each.labels && each.labels.length > 0) && !each.getAttribute("aria-label") && !each.textContent.trim())
              .map((each) => each.outerHTML);
            """
        ):
            complain("nobody is told what this is:", each)

    def crowded(self):
        """Names in the picture that stand on one another or leave it: points of each text's box, sought in the others'."""
        return self.run(
            """
            const texts = [...document.querySelectorAll("#picture .name")];
            const room = document.getElementById("picture").getBoundingClientRect();
            const inside = (at, box) => at.x > box.x + 1 && at.x < box.x + box.width - 1 && at.y > box.y + 1 && at.y < box.y + box.height - 1;
            return texts.filter((text) => {
              const [box, toScreen] = [text.getBBox(), text.getScreenCTM()];
              return [...Array(21 * 5).keys()].some((index) => {
                const own = new DOMPoint(box.x + (box.width * (index % 21)) / 20, box.y + (box.height * Math.floor(index / 21)) / 4);
                const seen = own.matrixTransform(toScreen);
                return !inside(seen, room) || texts.some((other) => other !== text && inside(seen.matrixTransform(other.getScreenCTM().inverse()), other.getBBox()));
              });
            }).map((text) => text.textContent);
            """
        )

    def names(self):
        return self.run("return [...document.querySelectorAll('#picture .name')].map((text) => text.textContent)")

    def log(self):
        return [entry["message"] for entry in self.driver.get_log("browser") if not re.search("favicon", entry["message"])]

    def line_below(self, title):
        """How the line under a bound's name in the list of bounds is drawn."""
        return self.run(
            "return [...document.querySelectorAll('#bounds span')].find((each) => each.textContent === arguments[0]).style.borderBottomStyle", title)

    def is_in_sight(self, selector):
        return self.run(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight", selector)

    def broken_heads(self):
        """Heads of columns that take more than two lines: their words are broken."""
        return self.run(
            """
            return [...document.querySelectorAll("thead th")]
              .filter((cell) => cell.clientHeight > 2.6 * parseFloat(getComputedStyle(cell).fontSize) * 1.5).map((cell) => cell.textContent);
            """
        )

    def to_paper(self):
        """As it is printed on a sheet of A4 or letter, some 680 pixels between its margins."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 680, "height": 1000, "deviceScaleFactor": 1, "mobile": False})
        self.size = (680, 1000)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        self.settle()

    def picture(self, path):
        self.driver.save_screenshot(path)
