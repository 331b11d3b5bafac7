using System.Runtime.Versioning;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Data.Sqlite;
using WebFolder = IamConsole.Web.Hosting.DataFolder;

namespace IamConsole.Tests.EndToEnd;

/// <summary>A data folder that was there before, with wide rights: what the console keeps in it is its owner's alone.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const UnixFileMode Everything = Others | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iam-console-test-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task New_files_in_a_wide_folder_are_the_owners_alone()
    {
        File.SetUnixFileMode(_data.FullName, Everything);
        await using var org = await Organisation.OpenAsync(new ConsoleServer(data: _data));
        Assert.NotEmpty(_data.GetFiles("iamconsole.db*"));
        Narrow();
    }

    [Fact]
    public async Task Files_that_others_could_read_are_narrowed()
    {
        await using (var before = new ConsoleServer(data: _data))
            Assert.True(File.Exists(before.Get<WebFolder>().Database));
        SqliteConnection.ClearAllPools();
        foreach (var entry in _data.GetFileSystemInfos("*", SearchOption.AllDirectories).Append(_data)) entry.UnixFileMode = Everything;
        await using var server = new ConsoleServer(data: _data);
        Narrow();
    }

    // The keys' own names change with time; whatever lies there is meant.
    private void Narrow() => Assert.All(
        _data.GetFileSystemInfos("*", SearchOption.AllDirectories), entry => Assert.Equal((entry.Name, UnixFileMode.None), (entry.Name, entry.UnixFileMode & Others)));
}
