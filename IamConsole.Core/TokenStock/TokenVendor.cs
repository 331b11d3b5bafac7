namespace IamConsole.Core.TokenStock;

/// <summary>A maker of hardware tokens that serves one partition only.</summary>
/// <param name="Name">The beginning of its name as files write it.</param>
/// <param name="Partition">The only partition that its tokens serve.</param>
public sealed record TokenVendor(string Name, string Partition);
