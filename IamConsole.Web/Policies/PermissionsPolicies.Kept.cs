using IamConsole.Core.Policies;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.Policies;

/// <summary>What is kept while a factor is asked for.</summary>
public sealed partial class PermissionsPolicies
{
    private string RequiringMfa => $"require MFA of {OwnerName}";

    private string Removing(PrincipalPolicyRow policy) => $"remove the policy {policy.Name} from {OwnerName}";

    private static KeptDialog Asked(PrincipalPolicyRow policy) => new("remove", policy.Name, Chosen: policy.Arn);

    private KeptDialog? Keep() => _attaching ? new("attach") : _removing is { } policy ? Asked(policy) : null;

    private void Back(KeptDialog kept) => (_attaching, _removing) = (
        kept.Open == "attach", Policies!.FirstOrDefault(p => kept.Open == "remove" && p.Name == kept.About && p.Arn == kept.Chosen && p.Group is null));
}
