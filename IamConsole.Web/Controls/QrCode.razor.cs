using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace IamConsole.Web.Controls;

/// <summary>Dark modules on white in both themes, with the quiet zone of four modules that scanners need.</summary>
public sealed partial class QrCode
{
    private string? _drawn;
    private string _path = "";
    private int _size;

    [Parameter, EditorRequired] public required string Text { get; set; }

    [Parameter] public string Alt { get; set; } = "QR code";

    protected override void OnParametersSet()
    {
        if (_drawn == Text) return;
        _drawn = Text;
        using var data = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        _size = modules.Count;
        _path = Draw(modules.Count, (row, column) => modules[row][column]);
    }

    // One rectangle for each run of dark modules keeps the message to the browser small.
    private static string Draw(int size, Func<int, int, bool> dark)
    {
        var path = new StringBuilder();
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                if (!dark(row, column)) continue;
                var start = column;
                while (column < size && dark(row, column)) column++;
                path.Append('M').Append(start).Append(' ').Append(row).Append('h').Append(column - start).Append("v1H").Append(start).Append('z');
            }
        }
        return path.ToString();
    }
}
