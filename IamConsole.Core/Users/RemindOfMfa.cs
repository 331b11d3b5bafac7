using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.Users;

/// <summary>Reminds a user without MFA to assign a device.</summary>
public sealed class RemindOfMfa(Gate gate, TimeProvider clock, NoticeRoutes routes)
{
    private const string Event = "RemindOfMFA";

    /// <summary>Leaves a notice and says how it reaches the user; who has a device needs none.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.RemindOfMfa, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var user = operation.Target;
        if (user.IsRoot) return await operation.RefuseAsync(Event, UserErrors.RootIsNoUser);
        if (user.DeviceCount > 0) return await operation.RefuseAsync(Event, UserErrors.HasMfa);
        if (!user.HasConsoleAccess) return await operation.RefuseAsync(Event, UserErrors.NoConsoleAccess);
        operation.Tell(clock.GetUtcNow(),
            $"{operation.User.Name} reminds you to assign an MFA device: anyone who learns your password can sign in as you.");
        var byMail = routes.SendsTo(user.Email);
        operation.Audit(Event, target: user.ArnIn(operation.Account), details: new { userName = user.Name, mail = byMail ? "Queued" : "None" });
        var way = routes.Describe(user.Email);
        var answer = byMail ? Result.Success(way) : Result.InPart(way);
        operation.Answer = answer;
        await operation.SaveAsync(ct);
        return answer;
    }
}
