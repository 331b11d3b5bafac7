using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Creates a customer managed policy.</summary>
public sealed class CreatePolicy(Gate gate, TimeProvider clock)
{
    private const string Event = "CreatePolicy";

    /// <summary>The new policy's ARN.</summary>
    public async Task<Result<string>> RunAsync(Caller caller, string? name, string? description, string document, CancellationToken ct)
    {
        var valid = PolicyName.IsValid(name);
        await using var operation = await gate.BeginAsync(
            caller, IamAction.CreatePolicy, null, ct, resource: a => Arn.Policy(a, valid ? name! : "*"));
        if (operation.Refusal is { } refusal) return refusal;
        var wrong = Error.All(
            valid ? null : PolicyErrors.InvalidName,
            description?.Length > 1000 ? PolicyErrors.DescriptionTooLong : null,
            CheckDocument.Run(document, PolicyErrors.LargestManaged, isManaged: true));
        if (wrong is not null) return wrong;

        // One of a built-in's name would be taken for it.
        if (BuiltInPolicies.All.Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))) return PolicyErrors.NameTaken(name!);
        var policy = new ManagedPolicy
        {
            Id = RandomId.New("ANPA"),
            AccountId = operation.Account.Id,
            Name = name!,
            NormalizedName = PolicyName.Normalize(name!),
            Arn = Arn.Policy(operation.Account, name!),
            Description = string.IsNullOrWhiteSpace(description) ? null : description.Trim(),
            Document = document,
            CreatedAt = clock.GetUtcNow(),
            UpdatedAt = clock.GetUtcNow(),
        };
        operation.Db.ManagedPolicies.Add(policy);
        operation.Audit(Event, target: policy.Arn, details: new { policyName = name, policyDocument = document });
        try
        {
            await operation.SaveAsync(ct);
        }
        catch (DbUpdateException error) when (operation.Db.IsUniqueViolation(error))
        {
            return await operation.RefuseAsync(Event, PolicyErrors.NameTaken(name!), policy.Arn);
        }

        return policy.Arn;
    }
}
