namespace IamConsole.Web.Hosting;

/// <summary>Files and folders that nobody but their owner reads, whatever the umask and whoever made them before.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Folder700);
    }

    /// <summary>How to open a file that is made if it is missing.</summary>
    public static FileStreamOptions Options(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = File600;
        return options;
    }

    public static void NarrowFolder(DirectoryInfo folder)
    {
        Narrow(folder.FullName, Folder700);
        foreach (var file in folder.EnumerateFiles()) Narrow(file.FullName);
    }

    public static void Narrow(string path) => Narrow(path, File600);

    // Another user's file stays as it is: who may read it, its owner has chosen.
    private static void Narrow(string path, UnixFileMode allowed)
    {
        if (OperatingSystem.IsWindows() || !Path.Exists(path)) return;
        try
        {
            if ((File.GetUnixFileMode(path) & ~allowed) is not UnixFileMode.None) File.SetUnixFileMode(path, allowed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whether it can be used at all, its use will tell.
        }
    }
}
