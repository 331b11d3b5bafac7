using System.Diagnostics;
using System.Globalization;
using IamConsole.Core.Demo;
using IamConsole.Core.Users;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

/// <summary>
/// Security bar T16 with a stopwatch and the released cost of a hash. A busy machine makes such figures swing, so that they
/// bind only when they were asked for: <c>IAM_TIMING_TRIES=300</c>. <c>SignInWorkTests</c> counts the work always.
/// </summary>
public sealed class SignInTimingTests(ITestOutputHelper output)
{
    private const int BindingFrom = 300;

    [Fact]
    public async Task T16_a_name_that_exists_takes_as_long_as_one_that_does_not()
    {
        var tries = int.Parse(Environment.GetEnvironmentVariable("IAM_TIMING_TRIES") ?? "10", CultureInfo.InvariantCulture);
        await using var org = await Organisation.OpenAsync(new ConsoleServer(cost: Argon2Cost.Default));
        using var visitor = new RawVisitor(org);
        string[] known = [.. org.Lumen.People.Where(p => !p.IsRoot).Select(p => p.Name)];
        for (var i = 0; i < 4; i++) await TimeAsync(org, visitor, i % 2 == 0 ? known[0] : "warm.up");
        List<double> existing = [], missing = [];
        for (var i = 0; i < tries; i++)
        {
            // Which comes first changes, or whatever the first does to the second would show as a difference.
            var (name, unknown) = (known[i % known.Length], "x" + known[i % known.Length][1..] + (i % 7).ToString(CultureInfo.InvariantCulture));
            if (i % 2 == 0) existing.Add(await TimeAsync(org, visitor, name));
            missing.Add(await TimeAsync(org, visitor, unknown));
            if (i % 2 == 1) existing.Add(await TimeAsync(org, visitor, name));
        }

        var (there, absent, auc) = (Median(existing), Median(missing), AreaUnderCurve(existing, missing));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tries} tries each: median known {there:0.00} ms, unknown {absent:0.00} ms, difference {Math.Abs(there - absent):0.00} ms ({Math.Abs(there - absent) / absent:P1}), AUC {auc:0.000}"));
        if (tries < BindingFrom) return;
        Assert.InRange(Math.Abs(there - absent), 0, 5);
        Assert.InRange(Math.Abs(there - absent) / absent, 0, 0.10);
        Assert.InRange(Math.Max(auc, 1 - auc), 0.5, 0.6);
    }

    // Only the answer to the form is timed; the form itself is the same for every name.
    private static async Task<double> TimeAsync(Organisation org, RawVisitor visitor, string name)
    {
        var form = await visitor.Client.GetAsync("/signin");
        var begun = Stopwatch.GetTimestamp();
        await visitor.Client.SubmitAsync(form, new() { ["Input.Account"] = org.Lumen.Alias, ["Input.UserName"] = name, ["Input.Password"] = "not the password" });
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>How often a known name takes longer than an unknown one: a half when time tells nothing.</summary>
    private static double AreaUnderCurve(List<double> existing, List<double> missing) =>
        existing.Average(e => missing.Average(m => e > m ? 1.0 : e < m ? 0.0 : 0.5));
}
