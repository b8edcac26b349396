/** Many mail programs read no stylesheet, so each part of a mail carries its own. Colours of the accent are filled in when the mail leaves. */
export const accentMark = '#acce01'
export const accentInkMark = '#acce02'

export const mailSans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
export const mailSerif = "Newsreader,Georgia,'Times New Roman',serif"

export const mailStyles = {
  title: `margin:0 0 16px;font:500 30px/1.15 ${mailSerif}`,
  text: 'margin:0 0 16px',
  buttonCell: `background:${accentMark};border-radius:3px`,
  button: `display:inline-block;padding:12px 22px;font:600 17px/1.3 ${mailSans};color:${accentInkMark};text-decoration:none`,
  facts: 'margin:0 0 24px;border-collapse:collapse',
  factName: 'padding:9px 16px 9px 0;border-top:1px solid #ded9cf;color:#5d5750;font-size:15px',
  factValue: 'padding:9px 0;border-top:1px solid #ded9cf',
}
