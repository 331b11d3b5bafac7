using IamConsole.Core;
using IamConsole.Core.MfaDevices;

namespace IamConsole.Web.MfaDevices;

/// <summary>
/// Two codes as they are typed. Remembers when each was complete, so that whoever types slowly
/// never enrols a device that is out of sync.
/// </summary>
public sealed class CodePair(TimeProvider clock)
{
    private const int ShortestCode = 6;

    private DateTimeOffset _firstAt = clock.GetUtcNow();
    private DateTimeOffset _secondAt = clock.GetUtcNow();

    /// <summary>"MFA code 1".</summary>
    public string? First { get; private set; }

    /// <summary>"MFA code 2".</summary>
    public string? Second { get; private set; }

    /// <summary>What is wrong with code 1 alone.</summary>
    public string? FirstError { get; private set; }

    /// <summary>What is wrong with code 2 alone.</summary>
    public string? SecondError { get; private set; }

    /// <summary>For the use case.</summary>
    public TwoCodes Codes => new(First, _firstAt, Second, _secondAt);

    /// <summary>Code 1 was typed on or changed.</summary>
    public void TypeFirst(string? text)
    {
        if (text?.Length >= ShortestCode && text != First) _firstAt = clock.GetUtcNow();
        First = text;
        FirstError = null;
    }

    /// <summary>Code 2 was typed on or changed.</summary>
    public void TypeSecond(string? text)
    {
        if (text?.Length >= ShortestCode && text != Second) _secondAt = clock.GetUtcNow();
        Second = text;
        SecondError = null;
    }

    /// <summary>Code 1 was left: says what is wrong with what was typed, nothing about an empty field.</summary>
    public void LeaveFirst() => FirstError = string.IsNullOrEmpty(First) || IsCode(First) ? FirstError : MfaDeviceErrors.Code1NotSixDigits.Message;

    /// <summary>Code 2 was left.</summary>
    public void LeaveSecond() => SecondError = string.IsNullOrEmpty(Second) || IsCode(Second) ? SecondError : MfaDeviceErrors.Code2NotSixDigits.Message;

    /// <summary>Whether both have the form of a code and differ; says at each field what is wrong.</summary>
    public bool CheckForm()
    {
        FirstError = IsCode(First) ? null : MfaDeviceErrors.Code1NotSixDigits.Message;
        SecondError = !IsCode(Second) ? MfaDeviceErrors.Code2NotSixDigits.Message
            : First == Second ? MfaDeviceErrors.SameCodeTwice.Message : null;
        return FirstError is null && SecondError is null;
    }

    /// <summary>Takes a refusal that belongs to one of the codes; false when it belongs to the form as a whole.</summary>
    public bool Take(Error error)
    {
        if (error.Field == MfaDeviceErrors.Code1Field) FirstError = error.Message;
        else if (error.Field == MfaDeviceErrors.Code2Field) SecondError = error.Message;
        else return false;
        return true;
    }

    private static bool IsCode(string? text) => text is { Length: 6 or 8 } && text.All(char.IsAsciiDigit);
}
