namespace IamConsole.Core.Demo;

/// <summary>All of the demonstration.</summary>
/// <param name="Accounts">One of each partition.</param>
/// <param name="TokensInStock">Hardware tokens that nobody has, with their seeds.</param>
public sealed record DemoOrganisation(IReadOnlyList<DemoAccount> Accounts, IReadOnlyList<DemoDevice> TokensInStock);
