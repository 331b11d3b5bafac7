using IamConsole.Core.BulkActions;
using IamConsole.Core.Consignments;
using IamConsole.Core.Groups;
using IamConsole.Core.Jobs;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>
/// Over every page, with a database that keeps everybody waiting: whatever can be pressed is pressed twice, and the page is left
/// before an answer came. No window dies, nothing is logged as a fault, nothing is done twice, and nobody is pulled back.
/// WALK_DEPTH=2 visits each page anew for each of its buttons, and for each of a dialog that it opens.
/// </summary>
public sealed class WindowWalkTests(ChromiumBrowser browser)
{
    private const string Job = "walk-job";
    private const string Delivery = "walk-delivery";
    private static readonly bool Deep = Environment.GetEnvironmentVariable("WALK_DEPTH") is { } depth && depth != "1";

    [Fact]
    public async Task Every_page_is_pressed_twice_and_left_early()
    {
        var gate = new DatabaseGate();
        var log = new LogRecord { Lowest = LogLevel.Error };
        await using var org = await Organisation.OpenAsync(new ConsoleServer(log: log, gate: gate));
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        var pages = await PagesAsync(org);
        var walk = new Walk(window.Page, org, gate, log);
        var calm = await walk.AskedInAWhileAsync();
        foreach (var path in pages)
        {
            await walk.PressAllAsync(path);
            for (var button = 0; Deep && await walk.PressAsync(path, button); button++)
            {
                for (var inDialog = 0; await walk.PressAsync(path, button, inDialog); inDialog++)
                {
                    // The next one of the same dialog.
                }
            }
        }

        Assert.True(walk.Pages > 30 && walk.Pressed > 100, $"Only {walk.Pages} pages, {walk.Pressed} buttons.");
        var after = await walk.AskedInAWhileAsync();
        Assert.True(after <= calm + 2, $"{after} questions on the last page, {calm} on the first: a page that was left goes on asking.");
        walk.AssertHealthy("the end");
        TestContext.Current.TestOutputHelper?.WriteLine($"{walk.Pages} pages, {walk.Pressed} buttons");
    }

    // A job that another server holds goes on for ever: its pages poll.
    private static async Task<List<string>> PagesAsync(Organisation org)
    {
        var device = await org.FindDeviceAsync("chen.yulan-phone");
        await org.InDatabaseAsync(async db =>
        {
            var session = await db.Sessions.OrderByDescending(s => s.CreatedAt).FirstAsync(TestContext.Current.CancellationToken);
            var user = await db.Users.SingleAsync(u => u.Id == session.UserId, TestContext.Current.CancellationToken);
            var now = org.Server.Clock.GetUtcNow();
            db.Jobs.Add(new Job
            {
                Id = Job,
                AccountId = user.AccountId,
                Kind = BulkActionWork.Name,
                StartedBy = user.Id,
                StartedByName = user.Name,
                SessionId = session.Id,
                CreatedAt = now,
                State = JobState.Running,
                Total = 9,
                LeaseUntil = now.AddDays(1),
                Attempt = 1,
                Holder = "elsewhere",
            });
            db.Consignments.Add(new Consignment
            {
                Id = Delivery,
                AccountId = user.AccountId,
                Partition = "aws",
                FileName = "walk.csv",
                StartedBy = user.Name,
                CreatedAt = now,
                State = ConsignmentState.Importing,
                Rows = 9,
                Good = 9,
                JobId = Job,
            });
            db.Groups.Add(new UserGroup { Id = "AGPAWALK", AccountId = user.AccountId, Name = "walkers", NormalizedName = "WALKERS", CreatedAt = now });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var values = new Dictionary<string, string>
        {
            ["UserName"] = org.Chen.Name,
            ["GroupName"] = "walkers",
            ["PolicyName"] = "AdministratorAccess",
            ["Serial"] = org.FreeToken.Identifier,
            ["DeviceId"] = device!.Id,
            ["JobId"] = Job,
            ["ConsignmentId"] = Delivery,
            ["ModelKey"] = "none",
        };
        return [.. Routes.OfPages(org.Server, values)];
    }
}
