using System.Buffers;
using System.Globalization;
using System.Text;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// A row as bytes, the same on every database and for ever. Each column is a netstring (<c>LENGTH:UTF-8,</c>), null is
/// <c>-,</c>: no two rows have the same bytes. Times are ISO 8601 in UTC with seven decimals, truth values 0 or 1.
/// </summary>
internal static class CanonicalRow
{
    public static void Write(AuditEvent row, IBufferWriter<byte> to)
    {
        Text("iam-audit-row", to);
        Number(row.SchemaVersion, to);
        Number(row.Sequence, to);
        Time(row.At, to);
        Text(row.AccountId, to);
        Text(row.EventName, to);
        Truth(row.Succeeded, to);
        Text(row.Reason, to);
        Text(row.ActorId, to);
        Text(row.ActorName, to);
        Text(row.ActorType, to);
        Text(row.ActorArn, to);
        Text(row.Target, to);
        Text(row.SessionId, to);
        Time(row.SessionCreatedAt, to);
        Truth(row.MfaAuthenticated, to);
        Text(row.DeviceId, to);
        Text(row.DeviceSerial, to);
        Text(row.Address, to);
        Text(row.UserAgent, to);
        Text(row.RequestId, to);
        Text(row.Details, to);
    }

    public static void Text(string? text, IBufferWriter<byte> to)
    {
        if (text is null)
        {
            to.Write("-,"u8);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        var span = to.GetSpan(length + 16);
        length.TryFormat(span, out var digits, provider: CultureInfo.InvariantCulture);
        span[digits] = (byte)':';
        Encoding.UTF8.GetBytes(text, span[(digits + 1)..]);
        span[digits + 1 + length] = (byte)',';
        to.Advance(digits + length + 2);
    }

    public static void Number(long number, IBufferWriter<byte> to) => Text(number.ToString(CultureInfo.InvariantCulture), to);

    public static void Time(DateTimeOffset? time, IBufferWriter<byte> to) =>
        Text(time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), to);

    private static void Truth(bool? truth, IBufferWriter<byte> to) => Text(truth is null ? null : truth.Value ? "1" : "0", to);
}
