namespace IamConsole.Web.Hosting;

/// <summary>A file that a process keeps open for itself; the system closes it, however the process ends.</summary>
internal static class FolderLock
{
    // EWOULDBLOCK of Linux and of macOS, and Windows' sharing violation.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    /// <summary>The open file, or null while another process has it.</summary>
    /// <exception cref="Settings.SettingsException">The folder cannot be written, which is another matter.</exception>
    public static FileStream? TryTake(DataFolder folder, string path)
    {
        FileStream? file = null;
        folder.Use(() =>
        {
            try
            {
                file = new FileStream(path, OwnerOnly.Options(FileMode.OpenOrCreate, FileShare.None));
            }
            catch (IOException error) when (Held.Contains(error.HResult))
            {
                // Another process has it.
            }
        });
        return file;
    }
}
