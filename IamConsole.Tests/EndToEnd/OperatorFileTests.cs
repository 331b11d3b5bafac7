using IamConsole.Core.TokenStock;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.MfaDevices.Assign;
using IamConsole.Web.Settings;
using DataFolder = IamConsole.Web.Hosting.DataFolder;
using OperatorFile = IamConsole.Web.Hosting.OperatorFile;

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
    [InlineData("""[{ "name": "Fobtek", "partition": "mars" }]""")]
    [InlineData("""[{ "name": "Fobtek" }]""")]
    [InlineData("nothing")]
    [InlineData("[null]")]
    public void A_wrong_file_is_named_and_nothing_stands_instead(string content)
    {
        Write("token-vendors.json", content);
        var error = Assert.Throws<SettingsException>(() => OperatorFile.Read(
            DataFolder.Open(_data.FullName), "token-vendors.json", TokenVendors.Original, v => v.Partition == "aws"));
        Assert.Contains("token-vendors.json", error.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => new ConsoleServer(data: _data));
    }

    [Fact]
    public void An_app_is_named_with_an_address_that_a_browser_opens_safely_or_none()
    {
        Assert.True(AuthenticatorApps.IsGood(new AppPlatform("x", [new AuthenticatorApp("y"), new AuthenticatorApp("z", "https://example.com")])));
        Assert.False(AuthenticatorApps.IsGood(new AppPlatform("x", [new AuthenticatorApp("y", "javascript:alert(1)")])));
        Assert.False(AuthenticatorApps.IsGood(new AppPlatform("", [])));
        Assert.All(AuthenticatorApps.Original, platform => Assert.True(AuthenticatorApps.IsGood(platform)));
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_data.FullName, name), content);
}
