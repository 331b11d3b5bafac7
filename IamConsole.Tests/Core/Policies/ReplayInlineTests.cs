using System.Text.Json;
using IamConsole.Core.Jobs;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Policies;

public sealed class ReplayInlineTests
{
    private const string Listing = """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*" }] }""";

    [Theory, BothDatabases]
    public async Task The_new_text_of_an_inline_policy_takes_the_place_of_the_old(DatabaseKind kind)
    {
        await using var iam = await IamScenario.StartAsync(kind);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(bob.UserId), "listing", Listing, IamScenario.Ct)).Ok();
        var session = await iam.SignInAsync(bob);
        (await iam.Get<ListUsers>().RunAsync(session.Caller, new UserQuery(), IamScenario.Ct)).Ok();

        var narrower = Listing.Replace("ListUsers", "ListGroups", StringComparison.Ordinal);
        Assert.Equal("bob", Assert.Single(await StoppedAsync(iam, root, new PolicyDraft(narrower, null, bob.UserId, null, "listing"))).UserName);
        Assert.Empty(await StoppedAsync(iam, root, new PolicyDraft(narrower, null, bob.UserId, null)));
    }

    private static async Task<IReadOnlyList<ReplayRow>> StoppedAsync(IamScenario iam, SignedIn by, PolicyDraft draft)
    {
        var id = (await iam.Get<ReplayPolicy>().RunAsync(by.Caller, draft, IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        var job = (await iam.Get<ReadJob>().RunAsync(by.Caller, id, 0, false, IamScenario.Ct)).Ok().Job;
        return JsonSerializer.Deserialize<ReplayOutcome>(job.Outcome!)!.Stopped;
    }
}
