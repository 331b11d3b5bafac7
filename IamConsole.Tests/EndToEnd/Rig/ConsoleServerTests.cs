using System.Net;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd.Rig;

public sealed class ConsoleServerTests(ChromiumBrowser browser, PostgresServer postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_pages_and_their_files_without_a_fault_in_the_browser()
    {
        await using var server = new ConsoleServer();
        await using var page = await browser.OpenAsync(server.Url);
        var answer = await page.Page.GotoAsync("/signin");
        Assert.Equal(200, answer!.Status);
        Assert.Equal("localhost", new Uri(page.Page.Url).Host);
        using var client = new RawClient(server.Url);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/_content/MudBlazor/MudBlazor.min.css", accept: "*/*")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/tokens.css", accept: "*/*")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/_framework/blazor.web.js", accept: "*/*")).Status);
    }

    [Fact]
    public async Task Its_clock_is_the_tests_and_its_data_are_gone_afterwards()
    {
        string folder;
        await using (var server = new ConsoleServer())
        {
            folder = server.DataFolder;
            server.Clock.FreezeAt(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
            Assert.Equal(2030, server.Get<TimeProvider>().GetUtcNow().Year);
            Assert.NotEmpty(Directory.GetFiles(folder));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_given_folder_outlives_it_so_that_a_restart_can_be_tried()
    {
        var data = Directory.CreateTempSubdirectory("iam-console-test-");
        await using (var first = new ConsoleServer(data: data)) Assert.NotNull(first.Url);
        await using (var second = new ConsoleServer(data: data)) Assert.Equal(data.FullName, second.DataFolder);
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task It_runs_on_PostgreSQL_too()
    {
        await using var server = await ConsoleServer.OnPostgresAsync(postgres);
        await using var db = await server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(Ct);
        Assert.True(db.Database.IsNpgsql());
        using var client = new RawClient(server.Url);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/signin")).Status);
    }
}
