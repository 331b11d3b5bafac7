namespace IamConsole.Core.Restoring;

/// <summary>What was done before anybody was let in again.</summary>
/// <param name="Sign">How it was known: <c>checkpoints</c>, <c>backup</c> or <c>operator</c>.</param>
/// <param name="LastRow">The last row of the audit trail that came back.</param>
/// <param name="LastEventAt">When it was written; null where the trail was empty.</param>
/// <param name="Devices">Devices and tokens whose used codes were ruled out.</param>
/// <param name="Sessions">Sessions and sign-ins under way that were ended.</param>
public sealed record Resumption(string Sign, long LastRow, DateTimeOffset? LastEventAt, int Devices, int Sessions);
