//! Dates and periods in other spellings, where there is one way to read them.

use crate::feed::period::Period;

/// A date or a period as a feed writes it. `None` if there are two ways to read it, or none.
///
/// The year is known by its four digits. A date that begins with it goes on with month and day everywhere. One that ends
/// with it begins with the day or with the month: only where one of the two is above 12 is that clear. `2023/24` may be a
/// school year, a financial year or a slip, and stays.
pub(super) fn unambiguous(text: &str) -> Option<String> {
    let text = text.trim();
    let written = by_quarter(text).or_else(|| by_name(text)).or_else(|| by_numbers(text))?;
    Period::parse(&written).ok().map(|_| written)
}

fn by_numbers(text: &str) -> Option<String> {
    let mark = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/.-".contains(*c))?;
    let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
    let all_digits = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(all_digits) {
        return None;
    }
    let short = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => day_of(year, short(month)?, short(day)?),
        [first, second, year] if year.len() == 4 => match (short(first)?, short(second)?) {
            (day @ 13.., month) => day_of(year, month, day),
            (month, day @ 13..) => day_of(year, month, day),
            // The fourth of April is the fourth of April.
            (one, same) if one == same => day_of(year, one, same),
            _ => None,
        },
        [month, year] if year.len() == 4 && mark != '-' => Some(format!("{year}-{:02}", short(month)?)),
        [year, month] if year.len() == 4 && mark == '-' && month.len() == 1 => {
            Some(format!("{year}-{:02}", short(month)?))
        }
        _ => None,
    }
}

fn day_of(year: &str, month: u32, day: u32) -> Option<String> {
    Some(format!("{year}-{month:02}-{day:02}"))
}

/// `Q3 2024`, `2024 Q3`, `2024Q3`, `2024-q3`, `3Q2024`; the same with H for half years.
fn by_quarter(text: &str) -> Option<String> {
    let upper: String = text.chars().filter(|c| !" -/".contains(*c)).collect::<String>().to_ascii_uppercase();
    let letter = upper.chars().find(|c| "QH".contains(*c))?;
    let digits: Vec<&str> = upper.split(letter).collect();
    let (year, number) = match digits.as_slice() {
        ["", rest] if rest.len() == 5 => (rest.get(1..)?, rest.get(..1)?),
        [year, number] if year.len() == 4 => (*year, *number),
        [number, year] if year.len() == 4 => (*year, *number),
        _ => return None,
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (number.len() == 1 && digits(year) && digits(number)).then(|| format!("{year}-{letter}{number}"))
}

/// `17 May 2024`, `May 17, 2024`, `May 2024`: English names, whole or three letters.
fn by_name(text: &str) -> Option<String> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || ",.-".contains(c))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let month = |word: &str| NAMES.iter().position(|name| word == *name || (word.len() == 3 && name.starts_with(word)));
    let number = |word: &str| word.parse::<usize>().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()));
    let year = |word: &str| number(word).filter(|_| word.len() == 4);
    let day = |word: &str| number(word).filter(|_| word.len() <= 2);
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [name, y] => Some(format!("{:04}-{:02}", year(y)?, month(name)? + 1)),
        [a, b, y] => {
            let (day, month) = month(b).map_or_else(|| Some((day(b)?, month(a)?)), |month| Some((day(a)?, month)))?;
            Some(format!("{:04}-{:02}-{day:02}", year(y)?, month + 1))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::unambiguous;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(unambiguous(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn what_can_be_read_in_one_way_is_mended() {
        check("2024/05/17", Some("2024-05-17"));
        check("2024.5.7", Some("2024-05-07"));
        check("2024-5-7", Some("2024-05-07"));
        check("17.05.2024", Some("2024-05-17"));
        check("05/17/2024", Some("2024-05-17"));
        check("04/04/2024", Some("2024-04-04"));
        check("05/2024", Some("2024-05"));
        check("2024-5", Some("2024-05"));
        check("17 May 2024", Some("2024-05-17"));
        check("May 17, 2024", Some("2024-05-17"));
        check("Sep 2024", Some("2024-09"));
        check("Q3 2024", Some("2024-Q3"));
        check("2024q3", Some("2024-Q3"));
        check("2024 H1", Some("2024-H1"));
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_left() {
        check("03/04/2024", None);
        check("03.04.2024", None);
        check("2023/24", None);
        check("2023/2024", None);
        check("17/05/24", None);
        check("2024/13/40", None);
        check("31.02.2024", None);
        check("May 24", None);
        check("Q7 2024", None);
        check("", None);
        check("/", None);
        check("spring 2024", None);
        check("qqqq", None);
        check("é5/2024", None);
    }
}
