using System.Diagnostics;

namespace IamConsole.Tests.Benchmarks;

/// <summary>
/// Times several works side by side: rounds in which each runs the same number of times, one after the other, so that what else
/// the machine does meets all of them. What counts is the median of the rounds' ratios.
/// </summary>
internal sealed class Contest(int rounds, int runs)
{
    private readonly List<(string Name, string Floor, double? Goal, Action Work)> _works = [];

    /// <summary>A work that is only compared with: what the platform itself needs.</summary>
    public Contest Floor(string name, Action work) => Add(name, name, null, work);

    /// <summary>A work of ours, against the floor of this name.</summary>
    public Contest Against(string floor, string name, double? goal, Action work) => Add(name, floor, goal, work);

    /// <summary>One line for each work: microseconds, ratio to its floor, goal.</summary>
    public IEnumerable<string> Run()
    {
        var times = _works.ToDictionary(w => w.Name, _ => new List<double>());
        foreach (var (_, _, _, work) in _works) work();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, _, _, work) in _works)
            {
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < runs; i++) work();
                times[name].Add(watch.Elapsed.TotalMicroseconds / runs);
            }
        }

        foreach (var (name, floor, goal, _) in _works)
        {
            var ratio = Median(times[name].Zip(times[floor], (mine, its) => mine / its));
            var against = floor == name ? "" : FormattableString.Invariant($", {ratio:0.00} x {floor}");
            yield return FormattableString.Invariant($"{name}: {Median(times[name]):0.0} us{against}{(goal is { } g ? FormattableString.Invariant($" (goal {g:0.00})") : "")}");
        }
    }

    private Contest Add(string name, string floor, double? goal, Action work)
    {
        _works.Add((name, floor, goal, work));
        return this;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
