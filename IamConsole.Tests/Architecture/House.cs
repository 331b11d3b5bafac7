namespace IamConsole.Tests.Architecture;

/// <summary>Checks findings against the list of reasoned exceptions.</summary>
internal static class House
{
    /// <summary>
    /// Fails with every finding ("subject: what is wrong") that is not excepted, and with every exception of this rule
    /// that excepts nothing or gives no reason.
    /// </summary>
    public static void AssertHolds(string rule, IEnumerable<string> findings, IReadOnlyList<RuleException>? exceptions = null)
    {
        var own = (exceptions ?? HouseExceptions.All).Where(e => e.Rule == rule).ToList();
        var found = findings.Distinct().ToList();
        var wrong = found.Where(f => !own.Any(e => Concerns(e, f))).ToList();
        wrong.AddRange(own.Where(e => !found.Any(f => Concerns(e, f))).Select(e => $"{e.Subject}: excepted, but keeps the rule"));
        wrong.AddRange(own.Where(e => e.Reason.Length < 20).Select(e => $"{e.Subject}: excepted without a reason"));
        if (wrong.Count > 0) Assert.Fail($"{rule}:\n{string.Join('\n', wrong)}");
    }

    private static bool Concerns(RuleException exception, string finding) =>
        finding.StartsWith(exception.Subject + ":", StringComparison.Ordinal);
}
