using System.Text;
using System.Text.RegularExpressions;
using IamConsole.Tests.Core.Policies;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>Random changes of a file.</summary>
internal static partial class Mutations
{
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "\"", ",", ";", "\n", "\0", "=", ":", "<!--", "]]>", "<![CDATA[", "<?x?>", "&#0;", "&#x41;", "xmlns=\"\"", "</Key>", "<Key>", "-1",
        "99999999999999999999", "A", "é", "\uFEFF", "\uD83D\uDE00", "<!DOCTYPE a>", " ", "\t", "#", "totp", "hotp",
    ];

    public static byte[] Of(byte[] file, Dice dice) =>
        dice.Next(2) == 0 ? Change([.. file], dice) : ChangeParts(Encoding.UTF8.GetString(file), dice);

    /// <summary>Whole tags, fields and lines go, come twice, change places or contents: the file often stays well-formed.</summary>
    private static byte[] ChangeParts(string file, Dice dice)
    {
        var parts = Parts().Split(file).Where(p => p.Length > 0).ToList();
        for (var changes = 1 + dice.Next(3); changes > 0 && parts.Count > 0; changes--)
        {
            var (at, other) = (dice.Next(parts.Count), dice.Next(parts.Count));
            switch (dice.Next(4))
            {
                case 0: parts.RemoveAt(at); break;
                case 1: parts.Insert(at, parts[other]); break;
                case 2: (parts[at], parts[other]) = (parts[other], parts[at]); break;
                default: parts[at] = Pieces[dice.Next(Pieces.Length)]; break;
            }
        }

        return Encoding.UTF8.GetBytes(string.Concat(parts));
    }

    [GeneratedRegex("(<[^>]*>|[,;:=\n\"])")]
    private static partial Regex Parts();

    private static byte[] Change(List<byte> file, Dice dice)
    {
        for (var changes = 1 + dice.Next(3); changes > 0 && file.Count > 0; changes--)
        {
            var at = dice.Next(file.Count);
            var length = Math.Min(dice.Next(40), file.Count - at);
            switch (dice.Next(6))
            {
                case 0: file[at] = (byte)dice.Next(256); break;
                case 1: file.RemoveRange(at, length); break;
                case 2: file.InsertRange(at, file.GetRange(dice.Next(file.Count - length + 1), length)); break;
                case 3: file.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[dice.Next(Pieces.Length)])); break;
                case 4: file.RemoveRange(at, file.Count - at); break;
                default: file[at] ^= (byte)(1 << dice.Next(8)); break;
            }
        }

        return [.. file];
    }
}
