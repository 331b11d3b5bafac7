namespace IamConsole.Core.Demo;

/// <summary>An account of the demonstration.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Alias">Its alias.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Name">Its name.</param>
/// <param name="People">Who can sign in.</param>
public sealed record DemoAccount(string AccountId, string Alias, string Partition, string Name, IReadOnlyList<DemoPerson> People);
