using IamConsole.Core.TokenStock;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.MfaDevices.Assign;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Lists that the operator edits in the data folder.</summary>
public sealed class OperatorFileTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iam-console-test-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Without_files_the_built_in_lists_hold()
    {
        await using var server = new ConsoleServer(data: _data);
        Assert.Equal("aws-us-gov", server.Get<TokenVendors>().PartitionOnly("Hypersecu Inc."));
        Assert.Contains(server.Get<AuthenticatorApps>().Platforms, p => p.Platform == "Android");
    }

    [Fact]
    public async Task A_file_stands_instead_of_the_built_in_list()
    {
        Write("token-vendors.json", """[{ "name": "Fobtek", "partition": "aws-us-gov" }]""");
        Write("authenticator-apps.json", """[{ "platform": "Ours", "apps": [{ "name": "Own app" }] }] // one""");
        await using var server = new ConsoleServer(data: _data);
        Assert.Equal(("aws-us-gov", null), (server.Get<TokenVendors>().PartitionOnly("Fobtek"), server.Get<TokenVendors>().PartitionOnly("Thales")));
        Assert.Equal("Ours", Assert.Single(server.Get<AuthenticatorApps>().Platforms).Platform);
    }

    [Theory]
    [InlineData("token-vendors.json", """[{ "name": "Fobtek", "partition": "mars" }]""")]
    [InlineData("token-vendors.json", """[{ "name": "Fobtek" }]""")]
    [InlineData("token-vendors.json", "nothing")]
    [InlineData("authenticator-apps.json", """[{ "platform": "x", "apps": [{ "name": "x", "url": "javascript:alert(1)" }] }]""")]
    [InlineData("authenticator-apps.json", """[null]""")]
    public void A_wrong_file_keeps_the_server_from_starting_and_is_named(string name, string content)
    {
        Write(name, content);
        var error = Assert.Throws<InvalidOperationException>(() => new ConsoleServer(data: _data));
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_data.FullName, name), content);
}
