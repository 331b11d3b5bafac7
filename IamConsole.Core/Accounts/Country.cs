namespace IamConsole.Core.Accounts;

/// <summary>A country to choose.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">Its English name.</param>
public sealed record Country(string Code, string Name);
