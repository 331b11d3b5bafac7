using System.Net;
using System.Text.RegularExpressions;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

/// <summary>
/// One password, whichever keyboard it is typed on, on the program as it is published: with its own runtime configuration, under
/// which the framework's normalisation does nothing.
/// </summary>
public sealed partial class NormalizedPasswordTests : IDisposable
{
    private const string Composed = "Cr\u00E8me br\u00FBl\u00E9e 42";
    private const string Decomposed = "Cre\u0300me bru\u0302le\u0301e 42";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iam-console-test-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_password_set_composed_opens_decomposed_and_the_other_way_round()
    {
        foreach (var (set, typed) in new[] { (Composed, Decomposed), (Decomposed, Composed) })
        {
            await using var program = ConsoleProcess.Server(_data.CreateSubdirectory(set == Composed ? "composed" : "decomposed").FullName);
            await program.SaysAsync("/setup?code=");
            var link = new Uri(Link().Match(program.Said).Value);
            using var client = new RawClient(new Uri(link.GetLeftPart(UriPartial.Authority)));
            var opened = await client.SubmitAsync(await client.GetAsync(link.PathAndQuery), new()
            {
                ["Input.Name"] = "Lumen Labs",
                ["Input.Country"] = "DE",
                ["Input.Partition"] = "aws",
                ["Input.RootEmail"] = "root@example.com",
                ["Input.Password"] = set,
                ["Input.Confirm"] = typed,
                ["Input.SetupCode"] = link.Query.Split("code=")[1],
            });
            Assert.True(opened.Status is HttpStatusCode.Redirect, opened.Body);
            client.Cookies.Clear();

            var email = await client.SubmitAsync(await client.GetAsync("/signin/root"), new() { ["Input.Email"] = "root@example.com" });
            var refused = await client.SubmitAsync(email, new() { ["Input.Password"] = typed + "!" });
            var right = await client.SubmitAsync(email, new() { ["Input.Password"] = typed });

            Assert.Equal(HttpStatusCode.OK, refused.Status);
            Assert.Equal(HttpStatusCode.Redirect, right.Status);
        }
    }

    [Fact]
    public async Task The_program_needs_no_library_for_languages()
    {
        var settings = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "IamConsole.Web.runtimeconfig.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"System.Globalization.Invariant\": true", settings, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http://\S+/setup\?code=\S+")]
    private static partial Regex Link();
}
