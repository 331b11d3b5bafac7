namespace IamConsole.Core.Restoring;

/// <summary>What was encrypted with keys that the ring does not have any more.</summary>
/// <param name="Keys">How many keys are lost.</param>
/// <param name="Devices">Devices that can no longer answer, as <c>account user device</c>.</param>
/// <param name="Tokens">Tokens in stock or handed out; their maker's file brings them back.</param>
/// <param name="ImportRows">Rows of imports that wait.</param>
/// <param name="Addresses">Addresses of orders.</param>
public sealed record LostSecrets(int Keys, IReadOnlyList<string> Devices, int Tokens, int ImportRows, int Addresses);
