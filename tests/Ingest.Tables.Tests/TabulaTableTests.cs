using Ingest.Pdf.Tabula;

namespace Ingest.Tables.Tests;

public sealed class TabulaRuledTableTests() : RuledTableContract(new TabulaTableFinder());

public sealed class TabulaUprightTests() : UprightContract(new TabulaTableFinder());

public sealed class TabulaHostilePageTests() : HostilePageContract(new TabulaTableFinder());

public sealed class TabulaPageLineTests() : PageLineContract(new TabulaTableFinder());

public sealed class TabulaLetterPlacingTests() : LetterPlacingContract(new TabulaTableFinder());

public sealed class TabulaMissingRulesTests() : MissingRulesContract(new TabulaTableFinder());

public sealed class TabulaCellTextTests() : CellTextContract(new TabulaTableFinder());

public sealed class TabulaRealPageTests() : RealPageContract(new TabulaTableFinder());
