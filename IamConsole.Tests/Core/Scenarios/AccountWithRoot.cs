namespace IamConsole.Tests.Core.Scenarios;

/// <summary>An account just opened, and its first user: root, or in aws-us-gov the first administrator.</summary>
internal sealed record AccountWithRoot(string Id, string Partition, Person Root);
