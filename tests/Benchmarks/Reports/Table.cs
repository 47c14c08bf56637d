using System.Globalization;
using System.Text;

namespace SdkGen.Benchmarks.Reports;

/// <summary>A table of the page. Numbers are ratios to a row of the same run; only bytes are what they are.</summary>
internal sealed class Table(params string[] columns)
{
    private readonly StringBuilder _text = new($"| {string.Join(" | ", columns)} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns.Length))}\n");

    public Table Add(params string[] cells)
    {
        _text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>Times and memory of the methods of a class, against one of them.</summary>
    /// <param name="measured">What they came to.</param>
    /// <param name="baseline">The method that the others are compared with.</param>
    /// <param name="names">What each method is called in the table, in its order.</param>
    public static Table OfMethods(IReadOnlyList<Measured> measured, string baseline, params (string Method, string Name)[] names)
    {
        var one = measured.Of(baseline);
        var table = new Table("", "time", "memory", "against that");
        foreach (var (method, name) in names)
        {
            var other = measured.Of(method);
            table.Add(name, Ratio(other.Nanoseconds / one.Nanoseconds), Bytes(other.Bytes), one.Bytes > 0 ? Ratio(other.Bytes / one.Bytes) : "");
        }

        return table;
    }

    public static string Ratio(double ratio) => ratio switch
    {
        >= 100 => string.Create(CultureInfo.InvariantCulture, $"{ratio:0}"),
        >= 10 => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.0}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}"),
    };

    public static string Bytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:#,##0} B");

    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.#} %");
}
