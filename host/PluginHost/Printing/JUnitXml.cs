using System.Globalization;
using System.Text;
using System.Xml;
using PluginHost.Engine.Rehearsing;

namespace PluginHost.Printing;

/// <summary>How scripts met their expectations, as JUnit writes it: a suite a script, a case for each run's end and for each expectation.</summary>
internal static class JUnitXml
{
    public static string Of(IReadOnlyList<RehearsalReport> reports)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(new Utf8Text(text), new XmlWriterSettings { Indent = true, NewLineChars = "\n", CheckCharacters = true }))
        {
            writer.WriteStartElement("testsuites");
            foreach (var report in reports)
                Write(writer, report);

            writer.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void Write(XmlWriter writer, RehearsalReport report)
    {
        var cases = CasesOf(report).ToList();
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", report.Script);
        writer.WriteAttributeString("tests", Text(cases.Count));
        writer.WriteAttributeString("failures", Text(cases.Count(one => one.Failure.Length > 0)));
        writer.WriteAttributeString("skipped", Text(cases.Count(one => one.IsSkipped)));
        foreach (var one in cases)
        {
            writer.WriteStartElement("testcase");
            writer.WriteAttributeString("classname", Clean(report.Script));
            writer.WriteAttributeString("name", Clean(one.Name));
            if (one.Failure.Length > 0)
                WriteMessage(writer, "failure", one.Failure);
            else if (one.IsSkipped)
                WriteMessage(writer, "skipped", TestText.IsNotRun(report) ? $"The script was {TestText.WhyNotRun(report)}." : "The script expects nothing of itself.");

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static IEnumerable<TestCase> CasesOf(RehearsalReport report)
    {
        foreach (var run in report.Runs)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"run {run.Number}");
            yield return new TestCase($"{prefix} ends as it should", run.IsGood ? "" : RehearsalText.EndOf(run), IsSkipped: false);
            foreach (var expectation in run.Expectations)
                yield return new TestCase($"{prefix}, line {Text(expectation.Line)}: {expectation.Text}", expectation.Held ? "" : RehearsalText.Line(expectation), IsSkipped: false);
        }

        foreach (var fault in TestText.Faults(report))
            yield return new TestCase("nothing goes wrong beside it", fault, IsSkipped: false);

        if (TestText.HasNone(report))
            yield return new TestCase(TestText.IsNotRun(report) ? "run" : "expectations", "", IsSkipped: true);
    }

    private static void WriteMessage(XmlWriter writer, string element, string message)
    {
        writer.WriteStartElement(element);
        writer.WriteAttributeString("message", Clean(message));
        writer.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // XML cannot say every character that a script can.
    private static string Clean(string text) => string.Concat(Visible.Lines(text).Select(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character) ? character : '\ufffd'));

    private sealed record TestCase(string Name, string Failure, bool IsSkipped);

    // The declaration names the encoding of the writer, and the file is UTF-8.
    private sealed class Utf8Text(StringBuilder text) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
