using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Groups;

/// <summary>Creates a user group.</summary>
public sealed class CreateGroup(Gate gate, TimeProvider clock)
{
    private const string Event = "CreateGroup";

    /// <summary>Creates an empty group without policies.</summary>
    public async Task<Result> RunAsync(Caller caller, string? name, CancellationToken ct)
    {
        var valid = PolicyName.IsValid(name);
        await using var operation = await gate.BeginAsync(
            caller, IamAction.CreateGroup, null, ct, resource: a => Arn.Group(a, valid ? name! : "*"));
        if (operation.Refusal is { } refusal) return refusal;
        if (!valid) return GroupErrors.InvalidName;
        operation.Db.Groups.Add(new UserGroup
        {
            Id = RandomId.New("AGPA"),
            AccountId = operation.Account.Id,
            Name = name!,
            NormalizedName = PolicyName.Normalize(name!),
            CreatedAt = clock.GetUtcNow(),
        });
        operation.Audit(Event, target: Arn.Group(operation.Account, name!), details: new { groupName = name });
        try
        {
            await operation.SaveAsync(ct);
        }
        catch (DbUpdateException error) when (operation.Db.IsUniqueViolation(error))
        {
            return await operation.RefuseAsync(Event, GroupErrors.NameTaken(name!), Arn.Group(operation.Account, name!));
        }

        return Result.Success();
    }
}
