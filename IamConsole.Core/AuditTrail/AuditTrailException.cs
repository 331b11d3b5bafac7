namespace IamConsole.Core.AuditTrail;

/// <summary>The audit trail or its keys are not what they were: going on would cover it up.</summary>
public sealed class AuditTrailException(string message, Exception? inner = null) : Exception(message, inner);
