/** Which lesson is being read: the last one whose beginning has passed the upper part of the window. */
export class CurrentLesson {
  slug = $state<string | null>(null);

  /** Follows the page as it is scrolled; returns what ends that. */
  observe(): () => void {
    const sections = [...document.querySelectorAll('main > section[id]')];
    const update = () => {
      const line = innerHeight * 0.35;
      const passed = sections.filter((section) => section.getBoundingClientRect().top < line);
      this.slug = passed.at(-1)?.id ?? null;
    };
    // A band at that line: a section that enters or leaves it may be the current one.
    const observer = new IntersectionObserver(update, { rootMargin: '-34% 0px -64% 0px' });
    for (const section of sections) observer.observe(section);
    return () => observer.disconnect();
  }
}
