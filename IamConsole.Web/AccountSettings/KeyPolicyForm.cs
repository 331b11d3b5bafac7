using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;

namespace IamConsole.Web.AccountSettings;

/// <summary>What the form of the policy for security keys holds.</summary>
public sealed class KeyPolicyForm(SecurityKeyPolicy policy)
{
    private readonly HashSet<string> _refused = [.. policy.RefusedStatuses];

    public KeyRuleForm Everybody { get; } = new(policy.Rule, null);

    public List<KeyRuleForm> Groups { get; } = [.. policy.Groups.Select(g => new KeyRuleForm(g.Rule, g.Group))];

    public bool RefusesFallingCounter { get; set; } = policy.FallingCounter is KeyResponse.Refuse;

    /// <summary>Everybody's rule and those of groups.</summary>
    public IEnumerable<KeyRuleForm> Rules => Groups.Prepend(Everybody);

    /// <summary>As the use case wants it.</summary>
    public WantedSecurityKeyPolicy Wanted => new(new SecurityKeyPolicy
    {
        Rule = Everybody.Rule,
        Groups = [.. Groups.Select(g => new GroupKeyRule(g.Group!, g.Rule))],
        FallingCounter = RefusesFallingCounter ? KeyResponse.Refuse : KeyResponse.Warn,
        RefusedStatuses = [.. _refused],
    });

    public bool Refuses(string status) => _refused.Contains(status);

    public void Refuse(string status, bool refuses) => _ = refuses ? _refused.Add(status) : _refused.Remove(status);

    /// <summary>A rule that asks nothing yet beyond everybody's.</summary>
    public void AddGroup(string name) =>
        Groups.Add(new KeyRuleForm(new SecurityKeyRule { Attestation = AttestationDemand.None }, name));
}
