using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>
/// Two servers on one PostgreSQL: whatever meets, each is answered by a success or a named refusal, and nothing is left that
/// refers to nothing.
/// </summary>
public sealed class RaceTests
{
    private readonly Dictionary<string, string> _users = [];

    [Fact]
    public async Task Whoever_deletes_and_whoever_refers_are_both_answered_and_no_orphan_is_left()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Postgres);
        await using var beside = iam.OpenBeside();
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        await MakeAsync(iam, account, root, "spare");
        var races = new Races(root.Caller, admin.Caller, account, name => _users[name]).All.ToList();
        var found = new List<string>();
        foreach (var (race, number) in races.Select((r, i) => (r, i)))
        {
            var subject = $"s{number}";
            await MakeAsync(iam, account, root, subject);
            var (first, second) = await race.RunAsync(iam, beside, subject);
            if (first?.Code == "Thrown") found.Add($"{race.Name}: first: {first.Message}");
            if (second?.Code == "Thrown") found.Add($"{race.Name}: second: {second.Message}");
            if (first is not null && second is not null) found.Add($"{race.Name}: neither: {first} {second}");
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
        Assert.Empty(await OrphansAsync(iam));
    }

    private async Task MakeAsync(IamScenario iam, AccountWithRoot account, SignedIn by, string name)
    {
        _users[name] = (await iam.UserAsync(account, by, name)).UserId;
        await iam.TokenInStockAsync(Partition.Aws, name);
        (await iam.Get<CreatePolicy>().RunAsync(by.Caller, name, null, Races.Document, IamScenario.Ct)).Ok();
        (await iam.Get<CreateGroup>().RunAsync(by.Caller, name, IamScenario.Ct)).Ok();
        (await iam.Get<AddUserToGroup>().RunAsync(by.Caller, name, _users[name], IamScenario.Ct)).Ok();
        (await iam.Get<AttachGroupPolicy>().RunAsync(by.Caller, name, IamScenario.Administrator(), IamScenario.Ct)).Ok();
        (await iam.Get<PutInlinePolicy>().RunAsync(by.Caller, InlineOwner.Group(name), "inline", Races.Document, IamScenario.Ct)).Ok();
    }

    // What the database's own foreign keys do not hold.
    private static Task<List<string>> OrphansAsync(IamScenario iam) => iam.ReadAsync(async db =>
    {
        var attached = await db.PolicyAttachments.Where(a => !db.ManagedPolicies.Any(p => p.Arn == a.PolicyArn)).Select(a => a.PolicyArn).ToListAsync();
        var tokens = await db.HardwareTokens.Where(t => t.UserId != null && !db.Users.Any(u => u.Id == t.UserId)).Select(t => t.Serial).ToListAsync();
        var devices = await db.HardwareTokens.Where(t => t.DeviceId != null && !db.MfaDevices.Any(d => d.Id == t.DeviceId)).Select(t => t.Serial).ToListAsync();
        return (List<string>)[.. attached.Where(arn => BuiltInPolicies.FindByArn(arn) is null), .. tokens, .. devices];
    });
}
