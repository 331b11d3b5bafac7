namespace IamConsole.Tests.Architecture;

public sealed class HouseTests
{
    private static readonly RuleException Excepted = new("rule", "A.cs", "A long and convincing reason.");

    [Fact]
    public void A_finding_fails() => Fails("rule", ["A.cs: too long"], []);

    [Fact]
    public void An_excepted_finding_does_not() => House.AssertHolds("rule", ["A.cs: too long"], [Excepted]);

    [Fact]
    public void An_exception_is_for_one_rule_and_one_subject()
    {
        Fails("other rule", ["A.cs: too long"], [Excepted]);
        Fails("rule", ["A.cs: too long", "A.cs.cs: too long"], [Excepted]);
    }

    [Fact]
    public void An_exception_that_excepts_nothing_fails() => Fails("rule", [], [Excepted]);

    [Fact]
    public void An_exception_without_a_reason_fails() => Fails("rule", ["A.cs: too long"], [Excepted with { Reason = "because" }]);

    private static void Fails(string rule, string[] findings, RuleException[] exceptions) =>
        Assert.ThrowsAny<Exception>(() => House.AssertHolds(rule, findings, exceptions));
}
