namespace IamConsole.Core.SeedFiles.Input;

/// <summary>How the bytes of the file are text.</summary>
internal enum TextForm
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
}
