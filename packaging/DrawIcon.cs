// Compiled when packages are made (Package.targets), for the MSBuild of every .NET SDK: netstandard2.0, C# 7.
using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// NuGet takes no SVG and the repository no binaries, so the icon is drawn when a package is made. It knows three shapes, each by the
/// distance of a point from its edge, which is also what makes smooth edges.
/// </summary>
public sealed class DrawIcon : Task
{
    private const int Size = 128;

    [Required]
    public string Svg { get; set; }

    [Required]
    public string Png { get; set; }

    public override bool Execute()
    {
        var picture = XDocument.Load(Svg).Root;
        var scale = Size / double.Parse(((string)picture.Attribute("viewBox")).Split(' ')[2], CultureInfo.InvariantCulture);
        var pixels = new byte[Size * Size * 4];
        foreach (var shape in picture.Elements())
        {
            for (var pixel = 0; pixel < Size * Size; pixel++)
            {
                var distance = Distance(shape, (pixel % Size + 0.5) / scale, (pixel / Size + 0.5) / scale);
                Paint(pixels, pixel * 4, Color(shape), Math.Max(0, Math.Min(1, 0.5 - distance * scale)));
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Png)));
        File.WriteAllBytes(Png, Encode(pixels));
        return true;
    }

    /// <summary>How far a point is from the edge of a shape; less than nothing inside.</summary>
    private static double Distance(XElement shape, double x, double y)
    {
        switch (shape.Name.LocalName)
        {
            case "rect":
                var radius = Number(shape, "rx");
                var right = Math.Abs(x - Number(shape, "x") - Number(shape, "width") / 2) - Number(shape, "width") / 2 + radius;
                var down = Math.Abs(y - Number(shape, "y") - Number(shape, "height") / 2) - Number(shape, "height") / 2 + radius;
                return Length(Math.Max(right, 0), Math.Max(down, 0)) + Math.Min(Math.Max(right, down), 0) - radius;
            case "circle":
                return Math.Abs(Length(x - Number(shape, "cx"), y - Number(shape, "cy")) - Number(shape, "r")) - Number(shape, "stroke-width") / 2;
            case "line":
                var (startX, startY) = (Number(shape, "x1"), Number(shape, "y1"));
                var (acrossX, acrossY) = (Number(shape, "x2") - startX, Number(shape, "y2") - startY);
                var along = ((x - startX) * acrossX + (y - startY) * acrossY) / (acrossX * acrossX + acrossY * acrossY);
                along = Math.Max(0, Math.Min(1, along));
                return Length(x - startX - along * acrossX, y - startY - along * acrossY) - Number(shape, "stroke-width") / 2;
            default:
                throw new InvalidDataException($"The icon has a <{shape.Name.LocalName}>, which nobody here can draw.");
        }
    }

    private static double Length(double x, double y) => Math.Sqrt(x * x + y * y);

    private static double Number(XElement shape, string attribute) => double.Parse((string)shape.Attribute(attribute), CultureInfo.InvariantCulture);

    /// <summary>That of the line, or else of what is inside: <c>#2f5bea</c>.</summary>
    private static int Color(XElement shape) => int.Parse(((string)(shape.Attribute("stroke") ?? shape.Attribute("fill"))).Substring(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static void Paint(byte[] pixels, int at, int color, double cover)
    {
        var before = pixels[at + 3] / 255.0;
        var after = cover + before * (1 - cover);
        for (var channel = 0; channel < 3 && after > 0; channel++)
        {
            var paint = (color >> (16 - 8 * channel)) & 0xFF;
            pixels[at + channel] = (byte)Math.Round((paint * cover + pixels[at + channel] * before * (1 - cover)) / after);
        }

        pixels[at + 3] = (byte)Math.Round(255 * after);
    }

    /// <summary>PNG (ISO/IEC 15948): 8 bits a channel, red, green, blue and opacity.</summary>
    private static byte[] Encode(byte[] pixels)
    {
        using (var png = new MemoryStream())
        {
            png.Write(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, 0, 8);
            Chunk(png, "IHDR", BigEndian(Size).Concat(BigEndian(Size)).Concat(new byte[] { 8, 6, 0, 0, 0 }).ToArray());

            // Each row begins with its filter: none.
            var rows = Enumerable.Range(0, Size).SelectMany(row => new byte[] { 0 }.Concat(pixels.Skip(row * Size * 4).Take(Size * 4))).ToArray();
            Chunk(png, "IDAT", Zlib(rows));
            Chunk(png, "IEND", new byte[0]);
            return png.ToArray();
        }
    }

    private static byte[] Zlib(byte[] data)
    {
        using (var compressed = new MemoryStream())
        {
            using (var deflate = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            {
                deflate.Write(data, 0, data.Length);
            }

            uint low = 1, high = 0;
            foreach (var value in data)
            {
                low = (low + value) % 65521;
                high = (high + low) % 65521;
            }

            return new byte[] { 0x78, 0xDA }.Concat(compressed.ToArray()).Concat(BigEndian((high << 16) | low)).ToArray();
        }
    }

    private static void Chunk(Stream png, string type, byte[] data)
    {
        var content = type.Select(letter => (byte)letter).Concat(data).ToArray();
        var check = 0xFFFFFFFFu;
        foreach (var value in content)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check >> 1) ^ ((check & 1) * 0xEDB88320u);
            }
        }

        foreach (var part in new[] { BigEndian((uint)data.Length), content, BigEndian(~check) })
        {
            png.Write(part, 0, part.Length);
        }
    }

    private static byte[] BigEndian(uint value) => new[] { (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value };
}
