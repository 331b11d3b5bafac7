namespace IamConsole.Core.Attestation.Formats;

/// <summary>The verification procedure of each format; identifiers are compared case by case (8.1).</summary>
internal static class StatementFormats
{
    public static Result<VerifiedStatement> Verify(string format, ReadOnlyMemory<byte> statement, AttestedData data) => format switch
    {
        NoneStatement.Format => NoneStatement.Verify(statement),
        PackedStatement.Format => PackedStatement.Verify(statement, data),
        TpmStatement.Format => TpmStatement.Verify(statement, data),
        AndroidKeyStatement.Format => AndroidKeyStatement.Verify(statement, data),
        FidoU2fStatement.Format => FidoU2fStatement.Verify(statement, data),
        AppleStatement.Format => AppleStatement.Verify(statement, data),
        "android-safetynet" => AttestationErrors.SafetyNet,
        _ => AttestationErrors.UnknownFormat,
    };
}
