using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>What the console need not offer, as the policies say it.</summary>
public sealed class ListUnavailableTests
{
    [Theory, BothDatabases]
    public async Task A_reader_is_told_what_he_would_need_and_root_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var reader = await iam.ReaderAsync(account, root);

        var told = await AskAsync(iam, reader, IamAction.CreateUser, IamAction.ListUsers);

        Assert.Equal((IamAction.CreateUser, "You need iam:CreateUser"), (Assert.Single(told).Key, told[IamAction.CreateUser]));
        Assert.Empty(await AskAsync(iam, root, IamAction.CreateUser, IamAction.ListUsers));
    }

    [Theory]
    [InlineData("Allow", "iam:CreateUser", "arn:aws:iam::*:user/field/*", false)]
    [InlineData("Allow", "iam:create*", "*", false)]
    [InlineData("Allow", "iam:DeleteUser", "*", true)]
    public async Task A_statement_about_some_resources_leaves_it_open(string effect, string action, string resource, bool unavailable)
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await WriteAsync(iam, root, bob, Statement(effect, action, resource));

        Assert.Equal(unavailable, (await AskAsync(iam, await iam.SignInAsync(bob), IamAction.CreateUser)).Count == 1);
    }

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("arn:aws:iam::*:user/*", "", false)]
    [InlineData("*", """, "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } }""", false)]
    public async Task Only_a_deny_on_everything_takes_away_what_is_allowed(string resource, string condition, bool unavailable)
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.AdministratorAsync(account, root, "admin");
        await WriteAsync(iam, root, admin, Statement("Deny", "iam:CreateUser", resource, condition));

        Assert.Equal(unavailable, (await AskAsync(iam, await iam.SignInAsync(admin), IamAction.CreateUser)).Count == 1);
    }

    [Theory, BothDatabases]
    public async Task The_question_leaves_no_refusal_in_the_trail_and_nothing_to_replay(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var reader = await iam.ReaderAsync(account, root);
        var events = (await iam.TrailAsync()).Count;

        await iam.Get<ListUnavailable>().RunAsync(reader.Caller, IamAction.All, IamScenario.Ct);
        await iam.Get<DecisionLog>().FlushAsync(IamScenario.Ct);

        Assert.Equal(events, (await iam.TrailAsync()).Count);
        Assert.False(await iam.ReadAsync(db => db.RecordedDecisions.AnyAsync(d => d.UserId == reader.UserId, IamScenario.Ct)));
    }

    private static Task<IReadOnlyDictionary<IamAction, string>> AskAsync(IamScenario iam, SignedIn by, params IamAction[] actions) =>
        iam.Get<ListUnavailable>().RunAsync(by.Caller, actions, IamScenario.Ct);

    private static string Statement(string effect, string action, string resource, string condition = "") =>
        $$"""{ "Version": "2012-10-17", "Statement": [{ "Effect": "{{effect}}", "Action": "{{action}}", "Resource": "{{resource}}"{{condition}} }] }""";

    private static async Task WriteAsync(IamScenario iam, SignedIn by, Person person, string document) =>
        (await iam.Get<PutInlinePolicy>().RunAsync(by.Caller, InlineOwner.User(person.UserId), "rules", document, IamScenario.Ct)).Ok();
}
